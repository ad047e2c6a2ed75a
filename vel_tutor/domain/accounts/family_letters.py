"""The words of the mails that bring families together. No child is named in any of them."""

from vel_tutor.domain.accounts.letters import Draft, letter, signature
from vel_tutor.vocabulary import LetterKind


def invited_by_parent(inviter: str, link: str, sender: str) -> Draft:
    """The mail in which one parent asks another to look after the same child."""
    return Draft(
        LetterKind.FAMILY_INVITED,
        f"{inviter} asks you to look after a child's learning together",
        letter(
            f"{inviter} is the parent or guardian of a child who learns on vel_tutor, and asks you "
            "to look after it together: to see the progress, and to decide what the child may do.",
            "Open this page with an account of your own, as a parent (the link works once, for 14 "
            f"days):\n{link}",
            f"If you do not know {inviter}, there is nothing to do: the link then runs out.",
            signature(sender),
        ),
    )


def invited_by_teen(link: str, sender: str) -> Draft:
    """The mail in which a teen asks a parent to look after their learning."""
    return Draft(
        LetterKind.FAMILY_INVITED,
        "You are asked to look after a student's learning",
        letter(
            "A student who says that you are their parent or guardian learns on vel_tutor, where "
            "students practise mathematics, reading and science, and would like you to see how it "
            "goes.",
            "Who it is stands on this page. Open it with an account of your own, as a parent (the "
            f"link works once, for 14 days):\n{link}",
            "If you are not a parent of a student, there is nothing to do: the link then runs out.",
            signature(sender),
        ),
    )


def asked_of_teen(link: str, sender: str) -> Draft:
    """The mail that tells a teen that somebody asks to be linked as their parent."""
    return Draft(
        LetterKind.FAMILY_ASKED,
        "Somebody asks to be linked to your account as your parent",
        letter(
            "Somebody with a parent's account on vel_tutor says that you are their child and would "
            "like to see how you are doing. Nothing is shown to them unless you say yes.",
            f"Who it is, and your answer, are in your settings:\n{link}",
            "If you do not know them, say no there. They are not told.",
            signature(sender),
        ),
    )


def asked_of_guardian(sign_in_name: str, link: str, sender: str) -> Draft:
    """The mail that asks the guardian who gave permission whether somebody is a parent too."""
    return Draft(
        LetterKind.FAMILY_ASKED,
        "Somebody asks to be linked to your child's account",
        letter(
            "You gave your permission for a child to learn on vel_tutor; the child signs in with "
            f"the name {sign_in_name}. Somebody with a parent's account now asks to be linked to "
            "it: to see the progress, and to decide what the child may do.",
            "That may be yourself, with an account you have opened since. Who it is, and your "
            f"answer, are on this page (the link works for 14 days):\n{link}",
            "If you do not know them, say no there, or do nothing.",
            signature(sender),
        ),
    )
