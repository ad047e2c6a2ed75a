"""Channels, campaigns, crawlers and holds."""

from uuid import uuid4

import pytest

from vel_tutor.domain.attribution import rules
from vel_tutor.vocabulary import Channel, Hold

CRAWLERS = (
    "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    "Facebot",
    "Twitterbot/1.0",
    "WhatsApp/2.23.20.0",
    "WhatsApp/2.2406.5 N",
    "TelegramBot (like TwitterBot)",
    "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
    "Slack-ImgProxy (+https://api.slack.com/robots)",
    "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)",
    "LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)",
    "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5",
    "Pinterest/0.2 (+https://www.pinterest.com/bot.html)",
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) "
    "Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0",
    "Snap URL Preview Service; bot; snapchat; https://developers.snap.com/robots",
    "Iframely/1.3.1 (+https://iframely.com/docs/about)",
    "Embedly/0.2",
    "Mozilla/5.0 (compatible; vkShare; +http://vk.com/dev/Share)",
    "Synapse (bot; +https://github.com/matrix-org/synapse)",
    "http.rb/5.1.1 (Mastodon/4.2.1; +https://mastodon.social/) Bot",
    "curl/8.5.0",
    "python-requests/2.32",
    "",
)
PEOPLE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like "
    "Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
    "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36",
    "Mozilla/5.0 (Linux; Android 9; CUBOT P20) AppleWebKit/537.36 Chrome/96.0 Mobile Safari/537.36",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/21F79 "
    "Twitter for iPhone/10.43",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 "
    "Snapchat/12.88 (like Safari/8617)",
    "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/124 Mobile [FB_IAB/FB4A;FBAV/460]",
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/128.0",
)


@pytest.mark.parametrize("agent", CRAWLERS)
def test_a_program_that_draws_previews_is_no_person(agent):
    assert rules.is_crawler(agent)


@pytest.mark.parametrize("agent", PEOPLE)
def test_a_person_in_a_browser_or_an_app_is_one(agent):
    assert not rules.is_crawler(agent)


CAMPAIGN = "weekly_2026_w45"


@pytest.mark.parametrize("source", ["", "SMS", "sms ", "http://x", "a" * 1_000_000, "sms\x00"])
def test_only_our_own_words_are_channels(source):
    assert rules.travelled_by(source, "buddy_challenge", CAMPAIGN) is None
    assert rules.travelled_by("sms", "buddy_challenge", CAMPAIGN) is Channel.SMS


@pytest.mark.parametrize(
    "campaign", ["", "x" * 65, "Weekly", "a b", "a\n", "x" * 1_000_000, "<script>"]
)
def test_an_address_with_a_made_up_campaign_says_nothing(campaign):
    assert rules.travelled_by("sms", "buddy_challenge", campaign) is None
    assert rules.travelled_by("sms", "some_loop", CAMPAIGN) is None


def test_an_invitee_is_the_visitor_they_were_first():
    user = uuid4()

    assert rules.invitee_key("abc", user) == "v:abc"
    assert rules.invitee_key(None, user) == f"u:{user}"
    with pytest.raises(ValueError, match="visitor or a user"):
        rules.invitee_key(None, None)


def test_who_shares_a_device_with_the_sender_waits_for_review():
    sender, new, root = uuid4(), uuid4(), uuid4()

    def hold(cluster, ancestors=(), recent=1):
        return rules.hold(
            cluster=cluster, referrer_id=sender, ancestors=ancestors, recent_sign_ups=recent
        )

    assert hold([new]) is None
    assert hold([new, sender]) is Hold.SAME_DEVICE
    assert hold([new, root], [root]) is Hold.REFERRAL_LOOP
    assert hold([new], recent=3) is None
    assert hold([new], recent=4) is Hold.DEVICE_CROWDED
