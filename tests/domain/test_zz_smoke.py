from tests.coaches import *
from vel_tutor.domain import coaching
from vel_tutor.vocabulary import CoachMove
def test_it(ada):
    v=coaching.begin(ada, PERIMETER)
    print(v)
    for m in [CoachMove.STUCK]*9: 
        v=do(ada,m); print(kinds(v)[-3:], [x.move for x in v.moves], v.fills, v.turns[-1].html[:200], v.turns[-1].claim[:100])
    v=answer(ada,right=False); v=answer(ada,right=False); print([t.html for t in v.turns[-4:]])
    v=answer(ada,right=True); print(kinds(v)[-2:])
    print(coaching.finish(ada).summary)
    print(coaching.desk(ada))
