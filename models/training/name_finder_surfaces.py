"""Invented surfaces to put in place of the corpus's own: persons, addresses, bodies, places and numbers."""

import random
import re
import string
import unicodedata

from models.training.name_finder_names import names_by_origin

TITLE_BEFORE = re.compile(
    r"(?i)\b(?:mr|mrs|ms|miss|dr|pc|ds|dc|sgt|cllr|rev|fr|prof|nurse|sister|judge)\.?\s*$"
)
STREETS = """Mill Church Station Victoria Albert Park High Green Oak Ash Chapel Orchard Moor Bridge Quarry Priory Kings
Queens Windsor Clarence Wellington Nelson Hawthorn Meadow Grange Springfield Highfield Woodland Northgate Eastfield
Tannery Market Manor Beech Cedar Rowan Cromwell Gladstone Tennyson Byron Canal Lime Holly Stanley Derwent Coronation
Jubilee Westbourne Southfield Poplar Wherry Malthouse Copperfield Kestrel Linnet Skylark Bramble Foundry Colliery
Weavers Saddlers Tudor Balmoral Osborne Lytham Skelton Harrogate Ullswater Coniston Buttermere Thirlmere""".split()
KINDS = """Road Street Avenue Close Lane Drive Crescent Terrace Way Court Gardens Grove Walk Rise Row Place Square Hill
Mews Parade View Rd St Ave Cl Ln Dr Cres Tce Gdns Gro Pl Ct Sq""".split()
BLOCKS = """House Court Tower Lodge Point Heights Mansions Buildings Flats""".split()
TOWNS = """Manchester Salford Bolton Leeds Bradford Hull York Sheffield Rotherham Barnsley Nottingham Derby Leicester
Coventry Walsall Dudley Telford Shrewsbury Cardiff Newport Swansea Wrexham Bristol Bath Exeter Plymouth Truro Poole
Southampton Portsmouth Brighton Hove Croydon Lewisham Hackney Newham Barking Ilford Luton Bedford Northampton Norwich
Ipswich Colchester Southend Chelmsford Glasgow Paisley Dundee Perth Belfast Derry Lisburn Wigan Oldham Burnley Preston
Kendal Carlisle Rochdale Bury Stockport Middlesbrough Gateshead Sunderland Grimsby Lincoln Mansfield Redditch Hereford
Llanelli Gloucester Swindon Taunton Torquay Bournemouth Crawley Hastings Southwark Enfield Haringey Slough Reading
Oxford Corby Clacton Basildon Aberdeen Inverness Omagh Blackpool Toxteth Hulme Moss-Side Handsworth Chapeltown Harehills
Brixton Tooting Deptford Dalston Walthamstow Tilbury Thanet Margate Deal Whitby Redcar Hartlepool Consett Workington
Splott Ely Butetown Mossley Hyde Skegness Boston Wisbech Thetford Diss Kirkby Bootle Speke Huyton Mogadishu Asmara
Lagos Kabul Erbil Tirana Cluj Gdańsk Kingston Lahore Sylhet Dhaka Hargeisa Keren Durrës Vlorë Bacău Lublin""".split()
ORGS = (
    "{s} Primary", "{s} Primary School", "{s} Junior School", "{s} Academy", "{s} High", "{t} High School", "{s} College",
    "St {g}'s", "St {g}'s RC Primary", "St {g}s", "Our Lady of {s}", "{s} Infants", "{s} Nursery", "Little {s}s Nursery",
    "{s} Surgery", "{s} Medical Centre", "{s} Health Centre", "{s} Practice", "{t} General", "{t} Royal Infirmary",
    "{t} Royal", "{s} Ward", "ward {n}", "Ward {n}B", "{s} Unit", "{s} House", "{s} Lodge", "{s} Court", "The {s}s",
    "the {s}s", "{s} Care Home", "{s} Nursing Home", "{s} Manor", "{s} Homecare", "{s} Care", "{s} Fostering",
    "{f} Solicitors", "{f} & {f}", "{f} and Sons", "{s} Law", "{s} Family Centre", "{s} Children's Centre", "{s} PRU",
    "{t} Women's Aid", "{s} Foodbank", "{t} Mind", "{s} Housing", "{t} Homes", "{s} Mosque", "{s} Gurdwara",
    "{s} Methodist", "{s} Baptist Church", "{t} Youth Club", "{s} Boxing Club", "{t} Town FC", "{s} Day Centre",
    "{s} Hub", "{s} Hostel", "{s} Garage", "{s} Foods", "{s} Parcels", "{s} Taxis", "{s} Dental", "{s} Pharmacy",
    "{s} Community Centre", "{s} Leisure Centre", "Ysgol {s}", "{f} Bakery", "{s} Farm", "{s} Hotel", "{s}", "the {s}",
)  # fmt: skip


def _plain(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


def like(old: str, new: str, rng: random.Random) -> str:
    """Return the new words in the old ones' case."""
    if old.islower():
        return new.lower()
    if old.isupper() and len(old) > 1:
        return new.upper()
    return new.title() if old.istitle() and rng.random() < 0.3 else new  # noqa: PLR2004


class Surfaces:
    """Draws invented surfaces; one name part of a stretch always becomes the same new one."""

    def __init__(self, rng: random.Random, pools: dict[str, list[str]]) -> None:
        self.rng = rng
        self.pools = pools
        self.parts: dict[str, str] = {}
        self.origins = rng.sample(names_by_origin(), 2)
        self.accents = rng.random() < 0.7  # noqa: PLR2004

    def name(self, *, family: bool) -> str:
        """Return one given or family name of this stretch's origins."""
        drawn = self.rng.choice(self.rng.choice(self.origins)[family])
        return drawn if self.accents else _plain(drawn)

    def person(self, old: str, before: str) -> str:
        """Return a person in the old one's form: as many parts, initials as initials, the same case."""
        titled = TITLE_BEFORE.search(before[-12:]) is not None
        words = list(re.finditer(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*", old))
        out, cut = [], 0
        for i, word in enumerate(words):
            part = word.group()
            out.append(old[cut : word.start()])
            cut = word.end()
            family = titled or (i > 0 and i == len(words) - 1)
            short = len(part) == 1 or (len(part) < 4 and part.isupper() and not titled)  # noqa: PLR2004
            if short:
                new = "".join(self.rng.choice("ABCDEFGHJKLMNOPRSTVWYZ") for _ in part)
            else:
                new = self.name(family=family)
                if "-" in part and "-" not in new and self.rng.random() < 0.8:  # noqa: PLR2004
                    new = f"{new}-{self.name(family=family)}"
            out.append(self.parts.setdefault(part.casefold(), new) if not short else new)
            out[-1] = like(part, out[-1], self.rng)
        return "".join([*out, old[cut:]])

    def address(self) -> str:
        """Return a street-level address, whole or a fragment of one."""
        rng = self.rng
        street = f"{rng.choice(STREETS)} {rng.choice(KINDS)}"
        number = f"{rng.randint(1, 240)}{rng.choice('abc') if rng.random() < 0.15 else ''}"  # noqa: PLR2004
        block = f"{rng.choice(STREETS)} {rng.choice(BLOCKS)}"
        flat = f"{rng.choice(['Flat', 'flat', 'Apt', 'Rm', 'room', 'Unit', 'Plot'])} {rng.randint(1, 40)}{rng.choice(['', '', 'A', 'b'])}"
        return rng.choice(
            [f"{number} {street}"] * 6
            + [f"{flat}, {number} {street}", f"{flat} {block}", f"{flat}, {block}, {street}", street, street, block,
               f"no {number}", f"no. {number} {street}", f"number {number}", f"{number} {street}, {rng.choice(TOWNS)}",
               f"the flat above the chippy, {street}", f"{rng.choice(STREETS)} Cottage, {street}",
               f"corner of {street}", f"{flat}, top floor, {number} {street}"]
        )  # fmt: skip

    def org(self) -> str:
        """Return a named body."""
        return self.rng.choice(ORGS).format(
            s=self.rng.choice(STREETS), t=self.rng.choice(TOWNS), n=self.rng.randint(1, 40),
            g=self.rng.choice(["Mary", "John", "Anne", "Joseph", "Oswald", "Cuthbert", "Bede", "Chad", "Hilda", "Teresa",
                               "Brigid", "Luke", "Peter", "Aidan", "Wilfrid", "Winifred"]), f=self.name(family=True),
        )  # fmt: skip

    def jumble(self, old: str) -> str:
        """Return the old reference with other digits and, where it mixes both, other letters."""
        coded = any(c.isdigit() for c in old)
        return "".join(
            self.rng.choice(string.digits) if c.isdigit() and (i > 0 or c != "0")
            else self.rng.choice(string.ascii_uppercase) if c.isupper() and coded and self.rng.random() < 0.7  # noqa: PLR2004
            else c
            for i, c in enumerate(old)
        )  # fmt: skip

    def other(self, kind: str, old: str, before: str) -> str:
        """Return a surface of a type to stand in place of an old one."""
        rng = self.rng
        if kind == "PERSON":
            return self.person(old, before)
        if kind == "ADDRESS" and rng.random() < 0.6:  # noqa: PLR2004
            return like(old, self.address(), rng)
        if kind == "ORG" and rng.random() < 0.6:  # noqa: PLR2004
            return like(old, self.org(), rng)
        if kind == "PLACE" and rng.random() < 0.6:  # noqa: PLR2004
            return like(old, rng.choice(TOWNS).replace("-", " "), rng)
        drawn = rng.choice(self.pools[kind]) if rng.random() < 0.4 else old  # noqa: PLR2004
        if kind in ("ADDRESS", "ORG", "PLACE"):
            return like(old, drawn, rng)
        return self.jumble(drawn)
