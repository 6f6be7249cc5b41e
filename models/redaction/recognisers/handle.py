"""Social-media names, gamertags and personal web addresses."""

from models.redaction.recognisers.shape import CERTAIN, LIKELY, PLAUSIBLE, Shape, ShapeRecogniser
from models.text import EntityType

_SITE = r"""(?:snap(?:chat)?|insta(?:gram)?|ig|tik[ ]?tok|facebook|fb|discord|roblox|xbox|
    ps[45n]|psn|twitter|whatsapp|wechat|telegram|signal|gamertag|gamer[ ]tag|tag|username|
    user[ ]name|handle|fortnite)"""


class HandleRecogniser(ShapeRecogniser):
    """Finds names that begin with @, hold an underscore, or stand after a site's name."""

    type: EntityType = "HANDLE"
    shapes = (
        Shape(r"(?<![\w.@])@[A-Z_][\w.]{2,}(?<!\.)(?![\w@])"),
        Shape(r"(?<![\w.@/\[])(?=[\w.]*[A-Z])\w[\w.]*_[\w.]*\w(?![\w@])"),
        Shape(r"(?<![\w.@/])[A-Z][\w]*[A-Z][\w]*\.[A-Z_]*\d[\w.]*\w(?![\w@])", PLAUSIBLE),
        Shape(
            rf"""\b{_SITE}\b(?:[ ](?:acc(?:ount|t)?|name|is|was|as|called|on|under))*[ ]?
            (?::|-|–|,|\()?[ ]?(?P<it>(?=[\w.-]*[\d_.][\w-])[A-Z@][\w.-]{{3,}}\w)(?!\w)"""
        ),
        Shape(r"(?<!\w)(?:https?://|www\.)[^\s<>\"']+[\w/]", CERTAIN),
        Shape(
            r"""(?<!\w)(?:facebook|instagram|tiktok|snapchat|twitter|linkedin|youtube)\.com/
            [\w./@-]+""",
            LIKELY,
        ),
    )
