"""Names by origin for training the name finder: hand lists where Faker has none, Faker's where it has."""

from functools import cache
from importlib import import_module

# Every origin weighs the same in training, whatever its length here. All lists are of common given
# and family names; nobody in particular is meant.
HAND: dict[str, tuple[str, str]] = {
    "british": (
        "Kayleigh Jayden Tyler Chantelle Darren Gemma Lee Stacey Kian Lacey Alfie Archie Poppy Ellie-Mae "
        "Lily-Rose Tommy-Lee Jamie-Leigh Demi-Leigh Maureen Doreen Edna Winifred Norman Stanley Sheila Barry "
        "Trevor Nigel Callum Rhys Shannon Kerry Kylie Wayne Debbie Bev Shaz Gaz Baz Trace Jodie Kacey Riley "
        "Mason Harley Logan Tegan Skye Paige Brooke Ronnie Reggie Teddy Albie Elsie Mavis Beryl Ernest Cyril",
        "Smith Jones Taylor Brown Wilson Evans Thomas Johnson Roberts Walker Wright Robinson Thompson Hughes "
        "Edwards Hall Clarke Jackson Harris Clark Lewis Turner Cooper Ward Morris Moore Bailey Parkinson "
        "Hargreaves Ramsbottom Sidebottom Entwistle Ackroyd Braithwaite Featherstone Higginbotham Oldroyd "
        "Pickles Sugden Tattersall Whitworth Ogden Shuttleworth Bickerstaff Crabtree Dewhurst Earnshaw",
    ),
    "scottish": (
        "Hamish Isla Eilidh Fergus Lachlan Catriona Morag Mhairi Ruaridh Iona Struan Kirsty Ailsa Finlay "
        "Callum Shona Innes Murdo Elspeth Greer",
        "MacDonald McKay Campbell Stewart Fraser Buchanan MacLeod Sinclair Galbraith McAllister Urquhart "
        "Drummond Menzies Dalgleish Colquhoun McGillivray Abernethy Kinnaird",
    ),
    "welsh": (
        "Rhiannon Angharad Gwenllian Carys Eleri Ffion Nia Siân Bethan Llinos Efa Cadi Heledd Dafydd Iolo "
        "Gethin Llewelyn Macsen Owain Rhodri Ieuan Emrys Tudur Gruffydd Geraint Idris Aled Hywel Bryn",
        "Llewellyn Griffiths Pritchard Prosser Probert Bevan Powell Gwynne Rhys ap-Rhys Cadwalladr Eynon "
        "Gethin Vaughan Meredith Parry Penry Tudor Protheroe Ellis Bowen Howells",
    ),
    "irish": (
        "Siobhán Niamh Aoife Caoimhe Saoirse Gráinne Róisín Sinéad Bríd Nuala Oisín Cillian Tadhg Eoghan "
        "Fintan Declan Donal Pádraig Cormac Diarmuid Fergal Colm Malachy Bernadette Breda Attracta Dympna",
        "O'Brien O'Sullivan Murphy Kelly Byrne Ryan O'Connor Doyle McCarthy Gallagher O'Doherty Kennedy Lynch "
        "McLoughlin O'Carroll Brennan Quinn O'Hara Ní-Dhomhnaill Mac-Giolla Heaney Devlin McGuinness",
    ),
    "traveller": (
        "Margaret Bridget Winnie Kathleen Biddy Nan Mary-Ann Johnny Paddy Jimmy-Joe Simey Martin Miley Felix "
        "Bernie Chantelle Shakira Tyson Levi Elvis Priscilla Missie Rosie-Lee Nelson Bartley Hughie Ned",
        "Ward Connors McDonagh Maughan Doran Sweeney Mongan Stokes Joyce Collins Cash Hanrahan Delaney Furey "
        "Nevin Sherlock Quilligan Boswell Lee Smith Loveridge Gaskin Penfold Lovell Doherty Purcell",
    ),
    "roma": (
        "Zuzka Ilinca Florin Esmeralda Lacrimioara Mirela Vasilică Ionuț Costel Narcisa Rozalia Gheorghiță "
        "Ramona Lăcrămioara Fănel Bogdana Marcela Dezideriu Kvetoslava Žaneta Renáta Milada Izabela Sorinel",
        "Ciurar Lăcătuș Rostaș Dumitru Căldărar Stoica Muntean Horvátová Balog Lakatos Kotlár Gábor Mirga Tulej "
        "Ferenc Červeňák Pușcaș Moldovan Covaci Varga Țigănuș Rafael Bihari Tancoš",
    ),
    "polish": (
        "Agnieszka Katarzyna Małgorzata Zuzanna Oliwia Kacper Kuba Wojciech Łukasz Paweł Zbigniew Grzegorz "
        "Bożena Halina Stanisław Mateusz Szymon Wiktoria Ola Kasia Gosia Krzysztof Jadwiga Dorota Marek Lucja",
        "Kowalczyk Wiśniewska Nowak Wójcik Kamiński Lewandowska Zieliński Szymańska Dąbrowski Kozłowska "
        "Jankowski Mazur Krawczyk Piotrowska Grabowski Pawłowska Michalski Wróbel Jabłońska Przybylski",
    ),
    "ukrainian_russian": (
        "Oksana Larysa Yaroslav Volodymyr Taras Lesia Olena Iryna Mykola Svitlana Nadiia Bohdan Ostap Dmytro "
        "Halyna Zlata Kateryna Sasha Vadim Irina Tatiana Ihor Anastasiia Yevhen Maksym Polina",
        "Shevchenko Bondarenko Tkachuk Kovalenko Petrenko Melnyk Oliynyk Hryhorchuk Savchenko Marchenko "
        "Kravchuk Bondar Lysenko Ivanova Sokolova Pavlenko Zelenko Rudenko Moroz Panchenko",
    ),
    "albanian": (
        "Arben Blerim Drita Elira Fatmir Gjergj Ilir Kushtrim Luan Mirlinda Shpresa Valbona Besnik Ardit "
        "Dardan Erjon Flutura Klea Lindita Xhevdet Agron Rinor",
        "Hoxha Shehu Krasniqi Gashi Berisha Prifti Dervishi Leka Gjoka Ndreca Bytyqi Kelmendi Marku Kola "
        "Hasani Zogu Lleshi Xhaferi Tahiri Bajrami",
    ),
    "kurdish": (
        "Rojda Berivan Dilan Hêvî Zozan Baran Azad Hiwa Shwan Karwan Rebaz Soran Awat Rebin Dlnia Shilan "
        "Chnar Nishtiman Kurdo Peshawa Sirwan Aram Hemin Zana Avin Hozan Rêzan Jiyan",
        "Barzani Talabani Mahmoud Karim Rashid Hama Aziz Qadir Demirtaş Bozkurt Sharif Hawrami Jaff Zebari "
        "Ahmadi Kareem Sabir Othman Dizayi Sindi",
    ),
    "iranian_afghan": (
        "Parisa Shirin Farzaneh Laleh Mahsa Zahra Fereshteh Behrouz Kourosh Dariush Arash Navid Omid Reza "
        "Jawid Hamidullah Zabiullah Najibullah Shukria Freshta Zarghuna Mirwais Spozhmai Farhad Latifa Gulalai",
        "Hosseini Karimi Rahimi Ahmadzai Stanikzai Safi Noorzai Mohammadi Tehrani Ghorbani Moradi Jafari "
        "Habibi Rasooli Sadat Yousafzai Popal Wardak Amiri Hakimi",
    ),
    "arabic": (
        "Ayoub Yasmina Khadija Hassan Rania Samira Tariq Mustafa Nour Layla Abdelkader Noureddine Ghizlane "
        "Salwa Mahmoud Wafaa Khalid Imane Hicham Loubna Ammar Rasha Bilal Souad Yusra Anas Zainab Hadi",
        "El-Amrani Benali Al-Hassan Al-Masri Haddad Khoury Bouazza El-Idrissi Abu-Bakr Mansour Saleh Nasser "
        "Al-Jaziri Boulahrouz Suleiman Darwish Alaoui Hamdan Qasim Shaheen",
    ),
    "turkish": (
        "Elif Yıldız Ayşe Fatma Zeynep Emine Mehmet Mustafa Hüseyin Emre Burak Gökhan Çağla Şebnem Özlem "
        "Serkan Tuğba Yusuf Nurcan Sevgi Hatice Ömer Deniz Gülsüm",
        "Yılmaz Kaya Demir Şahin Çelik Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Koç "
        "Kurt Özkan Şimşek Polat Korkmaz",
    ),
    "somali": (
        "Hodan Fartun Nadifa Sagal Ubah Ayaan Hibaaq Ifrah Deeqa Cawo Halimo Khadra Mohamud Abdirahman Cabdi "
        "Warsame Guled Liban Mahad Axmed Faarax Yuusuf Saciid Bashiir Hirsi Jaamac Xaawo Idil Hawo Sucdi",
        "Warsame Cali Farah Abdullahi Jama Hersi Nuur Osman Dirie Elmi Aden Gedi Samatar Xasan Cismaan Duale "
        "Egal Barre Ismaaciil Guuleed Roble Shire",
    ),
    "eritrean_ethiopian": (
        "Selam Tsegay Mehret Senait Yonas Filmon Merhawi Tesfalem Dawit Kidane Abeba Letebrhan Hagos Rahwa "
        "Natsnet Semhar Robel Awet Bereket Tigist Almaz Birhan Mulugeta Haben Feven Ghebre Luwam Saba Mesfin",
        "Tesfay Gebremedhin Haile Ghebreselassie Woldemariam Berhane Kidane Tekle Habtemariam Abraha Weldu "
        "Gebrehiwot Asfaha Negash Desta Zerai Tewolde Mengistu Araya Fessehaye",
    ),
    "yoruba": (
        "Folasade Temitope Ayodele Olumide Adebayo Oluwaseun Titilayo Yetunde Kehinde Taiwo Bukola Femi Tola "
        "Ifeoluwa Damilola Segun Abiodun Ọláwálé Ṣadé Ronke Kọ́lá Morenike Toluwani Ayo Bisi Wale",
        "Adeyemi Oyelaran Okonjo Adebayo Ogunleye Akinwande Olatunji Afolabi Balogun Oyedepo Adewale Fashola "
        "Ojo Alabi Ogunbanjo Sowande Odukoya Ademola Bankole Falana",
    ),
    "igbo": (
        "Chidiebere Chinonso Ngozi Ifeanyi Obinna Chiamaka Adaeze Nkechi Uchenna Emeka Nnamdi Chukwuemeka "
        "Kelechi Tobenna Amarachi Ebere Ikenna Obiageli Somto Zikora Kosisochukwu Nwando",
        "Okafor Okonkwo Eze Nwosu Obi Onyekachi Chukwu Nwachukwu Okoro Uche Anyanwu Ibe Nnadi Ezeugo Igwe "
        "Onuoha Okeke Nwankwo Udeh Azikiwe",
    ),
    "akan_other_african": (
        "Akosua Kwame Abena Kofi Yaa Ama Kwabena Efua Afia Kojo Esi Adwoa Thandiwe Tendai Rudo Chipo Tafadzwa "
        "Farai Nyasha Makena Wanjiru Otieno Mwangi Fatoumata Mariama Ousmane Mbali Lindiwe Bilqis Awa",
        "Owusu Mensah Boateng Asante Appiah Osei Owusu-Ansah Agyeman Moyo Ndlovu Chikwanha Mutasa Kamau Wambui "
        "Diallo Bah Sesay Kamara Conteh Jalloh Banda Phiri Mukasa Nakato Tshabalala",
    ),
    "caribbean": (
        "Winston Delroy Marvalyn Shanice Tanisha Leroy Errol Devon Kemar Shaniqua Tyrell Jermaine Marcia "
        "Beverley Yvonne Dwayne Nevaeh Tafari Oneil Garfield Ianthe Cleveland Merlene Ottey Shelly-Ann Jahmal",
        "Campbell Grant Gordon Francis Henry Bogle Samuels Blackwood Than Dacosta Brathwaite Ramdin Beckford "
        "Morrison Whyte Reid McKenzie Dacres Hibbert Pinnock Rowe Barrett Lindo Wynter",
    ),
    "indian_hindu": (
        "Priya Ashok Poonam Rajesh Sunita Anjali Meera Kiran Deepak Lakshmi Hemant Jayesh Nisha Pooja Vikram "
        "Sanjay Rekha Bhavna Chetan Dipti Geeta Hiral Kalpana Manish Nayan Aarav Ishaan Kavya Diya",
        "Patel Shah Mehta Solanki Desai Joshi Sharma Iyer Nair Reddy Chauhan Trivedi Parmar Bhatt Rao Menon "
        "Krishnan Subramaniam Biju Varghese Pillai Gupta Mistry Vaghela",
    ),
    "sikh": (
        "Gurpreet Harjit Amrit Jaswinder Surjit Manpreet Balbir Simran Kuldeep Parminder Ranjit Sukhdeep "
        "Navdeep Baljinder Jagdeep Hardeep Rajvinder Inderjit Satnam Mandeep",
        "Singh Kaur Dhillon Sandhu Gill Sidhu Bhandal Mann Grewal Bains Dosanjh Johal Atwal Sahota Virk Randhawa "
        "Purewal Rai Uppal Hayer",
    ),
    "pakistani_bangladeshi": (
        "Saima Shafiq Farrukh Afsana Zaitoon Nasreen Imran Tahmid Rukhsana Shazia Zulfiqar Bushra Waqas Aisha "
        "Parveen Nazia Rahim Jahanara Sufia Momtaz Kamrul Shirina Aleena Zeeshan Usman Tasnim Monowara Sajida",
        "Hussain Khan Akhtar Bibi Begum Iqbal Ahmed Miah Chowdhury Choudhury Mahmood Malik Uddin Ali Khatun "
        "Rehman Qureshi Shaikh Mirza Butt Islam Hoque Sarwar Raja",
    ),
    "sri_lankan_nepali": (
        "Thivya Kajan Nirosha Dilshan Suganthi Kumaran Tharshini Chamari Nuwan Ruwan Sunil Bishnu Sita Prakash "
        "Sabina Sujata Dawa Pemba Mingma Asmita Nirmala Rajkumari",
        "Sivakumar Jeyaratnam Perera Fernando Wickramasinghe Rajapaksa Selvarajah Kandiah Gurung Thapa Rai "
        "Limbu Tamang Sherpa Shrestha Magar Poudel Adhikari Bandara Silva",
    ),
    "chinese": (
        "Mei-Ling Xiu Fang Jia-Hui Wei Ming Xiaoyu Hui-Min Ka-Yan Wing-Sze Ho-Yin Tsz-Ching I-chun Chun-hung "
        "Yu-Ting Siu-Fong Kin-Man Yan Bao Zhen Liu Qiang Jing Xin Yi Pui-Shan Hok-Man Suet-Ying Lok",
        "Wong Chan Cheung Leung Lau Ho Ng Kwok Zhang Wang Li Liu Chen Yang Huang Zhao Wu Zhou Xu Lin Tsai Hsieh "
        "Chiu Fung Tang Yip Ngai Tse Poon Mok",
    ),
    "korean": (
        "Seo-ah Soo-ah Ji-woo Min-jun Ye-jin Hye-won Eun-ji Sung-min Ha-eun Yu-na Tae-hyun Do-yun Jae-won "
        "Seung-hee So-yeon Min-seo Joon Hyun Su-bin Ji-hye Kyung-soo Woo Bo-ram Mi-sook Chae-won Dong-hyun",
        "Kim Lee Park Choi Jung Jeong Kang Cho Yoon Jang Lim Han Shin Seo Kwon Hwang Ahn Song Yoo Hong Moon Woo "
        "Nam Baek Noh Ryu",
    ),
    "vietnamese": (
        "Thị Hoa Tuấn Văn Linh Ngọc Phương Thảo Hương Quỳnh Minh Đức Dũng Hùng Trang Mai Lan Anh Bảo Khánh "
        "Thanh Hoang Duc Huong Phuong Thuy Nga Tien Tam Quang Ngoc Hai Thao Loan",
        "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Tống Mạc Nguyen Tran Pham Le "
        "Huynh Vo Dang Bui Do Ngo Duong Ly Tong Mac Trinh Dinh",
    ),
    "filipino_other_asian": (
        "Rodel Milagro Jhon Angelito Maricel Rosalinda Jomar Cherry-Ann Lovely Reynaldo Analyn Jocelyn Bongbong "
        "Precious-Joy Somchai Nok Siti Nurul Aung Thiri Khin Myint Ploy Putri Agus Dewi Batbayar Oyuna",
        "Dimaculangan Santos Reyes Cruz Bautista Villanueva Magsaysay Macaraeg Dela-Cruz Aquino Salonga "
        "Wongsakul Suharto Win Htun Aye Than Soe Batsaikhan Pangilinan",
    ),
    "latin_american_iberian": (
        "João Inês Fátima Mário Conceição Graça Thiago Rafaela Xiomara Yesenia Wilmer Jhonatan Maribel Ximena "
        "Itzel Leidy Edwin Dayana Beatriz Gonçalo Tiago Lurdes Rosário Mateo",
        "Fernandes Gonçalves Rodrigues da-Silva Pereira Rivas Portillo Quispe Mamani Restrepo Guzmán Cárdenas "
        "Figueiredo Carvalho Nunes Teixeira Ramírez Ibáñez Zuluaga Cuevas",
    ),
    "baltic_balkan": (
        "Žilvinas Rasa Jūratė Vytautas Daiva Gintaras Līga Andris Ivars Kristaps Ivanka Georgi Stoyan Desislava "
        "Dragana Jelena Mirsad Emina Senad Ljubica Zoran Adnan Krasimira Teodora Răzvan Mădălina Ștefan",
        "Petrauskas Kazlauskienė Jankauskaitė Bērziņš Ozoliņa Petrov Ivanova Dimitrova Hadžić Begović Jovanović "
        "Petrović Nikolić Popescu Ionescu Drăgan Stănescu Dumitrescu Georgieva Kalniņš",
    ),
    "words": (
        "Will Mark Grace Hope Faith Joy Rose Lily Daisy Ivy Violet Iris May June April Summer Autumn Amber Ruby "
        "Jade Pearl Crystal Dawn Eve Bill Frank Rich Pat Art Gene Jack Rob Nick Grant Chase Hunter Mason Prince "
        "King Earl Duke Angel Precious Blessing Patience Prudence Charity Gift Favour Miracle Sunday Destiny "
        "Heaven Princess Queenie Bunny Penny Sandy Robin Jay Wren Reed Skip Sky Star Rain Storm River Forest Ash "
        "Heath Clay Rocky Sonny Buddy Bear Fox Solomon Junior Love Happy Lucky Comfort Mercy Justice Honour",
        "Young King Baker Cook Carter Butler Best Good Goodchild Love Day Field Fields Wood Woods Bush Banks Hill "
        "Brook Brooks Lake Pond Marsh Moss Reed Rose Berry Bean Rice Salt Pepper Sweet Long Short Little Small "
        "Large Strong Armstrong Sharp Moody Savage Wise Bright Power Rich Pope Bishop Price Cash Penny Page Paine "
        "Hurt Sick Nurse Child Bird Swan Fox Wolf Lamb Bull Cross Church Temple House Hall Street Lane Ford Mills "
        "Winter Summers Friday Noon Frost Snow Gale Stone Steel Gold Green White Black Gray Read Speed Walker "
        "Drinkwater Lawless Makepeace Trueman Gotobed Pratt Hand Foot Legg Head Beard Back",
    ),
}  # fmt: skip
FAKER_LOCALES = (
    "en_GB", "en_IE", "en_IN", "en_PK", "en_NG", "en_KE", "pl_PL", "ro_RO", "tr_TR", "pt_PT", "es_ES", "it_IT",
    "fr_FR", "lt_LT", "lv_LV", "hu_HU", "yo_NG", "ig_NG", "ha_NG", "tw_GH", "zu_ZA", "sw", "vi_VN", "cs_CZ",
    "sk_SK", "hr_HR", "sl_SI", "ga_IE", "de_DE", "nl_NL", "sv_SE", "az_AZ", "id_ID", "uz_UZ", "en_TH",
)  # fmt: skip


def _latin(name: str) -> bool:
    return all(not c.isalpha() or ord(c) < 0x250 or 0x1E00 <= ord(c) <= 0x1EFF for c in name)


def _listed(provider: object, *names: str) -> list[str]:
    found: set[str] = set()
    for name in names:
        found |= {
            str(part)
            for part in getattr(provider, name, None) or ()
            if _latin(str(part)) and len(str(part)) > 1
        }
    return sorted(found)


@cache
def names_by_origin() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Return (given names, family names) for every origin; callers draw origins with equal weight."""
    origins = [(tuple(given.split()), tuple(family.split())) for given, family in HAND.values()]
    for locale in FAKER_LOCALES:
        provider = import_module(f"faker.providers.person.{locale}").Provider
        given = _listed(provider, "first_names", "first_names_male", "first_names_female")
        family = _listed(provider, "last_names", "last_names_male", "last_names_female")
        if given and family:
            origins.append((tuple(given), tuple(family)))
    return tuple(origins)


@cache
def every_name() -> frozenset[str]:
    """Return every listed name part in lower case: words that must not stand as a non-name."""
    parts: set[str] = set()
    for given, family in names_by_origin():
        for name in (*given, *family):
            parts |= {part.casefold() for part in name.replace("-", " ").replace("'", " ").split()}
    return frozenset(parts)
