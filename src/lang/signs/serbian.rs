//! Phrases of page furniture in Serbian, in Latin letters: each is looked for in Cyrillic, too.
//! See [`Signs`] for how they are matched.

use super::Signs;

/// What pages in Serbian say that is not their text.
#[rustfmt::skip]
pub(super) const SIGNS: Signs = Signs {
    login: &[
        "prijava", "prijavi se", "prijavite se", "prijavljivanje", "uloguj se", "ulogujte se",
        "odjava", "odjavi se", "izloguj se", "registracija", "registruj se", "registrujte se",
        "napravi nalog", "napravite nalog", "otvori nalog", "kreiraj nalog", "moj nalog",
        "moj profil", "imate nalog", "nemate nalog", "već imate nalog", "lozinka", "šifra",
        "zaboravili ste lozinku", "zaboravljena lozinka", "zaboravio sam lozinku",
        "ponovi lozinku", "ponovite lozinku", "zapamti me", "ostani prijavljen",
        "korisničko ime", "vaše ime", "ime i prezime", "e-mail adresa", "vaš e-mail",
        "vaša e-mail adresa", "elektronska adresa", "unesite vaš", "unesite svoj", "unesite vašu",
        "obavezna polja", "obavezno polje", "polja označena", "ovo polje je obavezno",
        "popunite polje", "morate biti prijavljeni", "morate biti ulogovani",
        "morate se prijaviti", "da biste komentarisali", "da biste ostavili komentar",
        "prihvatam uslove", "slažem se sa uslovima", "saglasan sam sa", "pošalji", "pošaljite",
        "otkaži", "odustani",
    ],
    share: &[
        "podeli", "podelite", "podeli vest", "podelite vest", "podeli članak", "podelite članak",
        "podeli na fejsbuku", "podeli na facebooku", "podeli na tviteru", "pošalji prijatelju",
        "pošalji mejlom", "kopiraj link", "kopirajte link", "link je kopiran", "odštampaj",
        "štampaj", "štampa", "sačuvaj", "sačuvaj za kasnije", "pratite nas", "pratite nas na",
        "zapratite nas", "zapratite nas na", "pridružite nam se", "pretplata", "pretplati se",
        "pretplatite se", "pretplatite se na", "prijavite se na naš njuzleter",
        "prijavite se na newsletter", "preuzmite aplikaciju", "preuzmite našu aplikaciju",
        "preuzmi aplikaciju", "podržite nas", "podrži nas", "donirajte", "prijavi grešku",
        "prijavite grešku", "uočili ste grešku", "poslušajte vest", "veličina slova",
    ],
    teasers: &[
        "pročitajte još", "pročitaj još", "pročitajte i", "pročitaj i", "pročitajte i ovo",
        "čitajte još", "čitaj još", "pogledajte još", "pogledajte i", "pogledaj još", "vidi još",
        "saznajte više", "saznaj više", "detaljnije", "opširnije", "više o", "više na temu",
        "nastavi čitanje", "nastavite čitanje", "čitaj dalje", "pročitaj više", "prikaži još",
        "učitaj još", "povezane vesti", "povezani članci", "povezane teme", "povezani tekstovi",
        "slične vesti", "slični članci", "slično", "vezane vesti", "iz iste kategorije",
        "ostale vesti", "druge vesti", "još vesti", "sve vesti", "najnovije vesti", "najnovije",
        "poslednje vesti", "vesti", "vesti dana", "glavne vesti", "udarne vesti", "uživo",
        "najčitanije", "najčitanije vesti", "najpopularnije", "popularno", "najkomentarisanije",
        "preporuka", "preporučujemo", "preporuka urednika", "preporučeno", "izbor urednika",
        "možda će vas zanimati", "moglo bi da vas zanima", "ne propustite", "izdvajamo",
        "galerija", "foto galerija", "fotogalerija", "oglasi", "oglas", "reklama", "reklame",
        "sponzorisano", "promo", "nastavak teksta nakon oglasa", "sledeća vest",
        "prethodna vest", "sledeći članak", "prethodni članak", "sledeće", "prethodno",
        "početna", "naslovna", "početna strana", "nazad na početnu", "nazad", "na vrh",
        "povratak na vrh", "meni", "glavni meni", "navigacija", "pretraga", "pretraži",
        "pređi na sadržaj", "preskoči na sadržaj", "sadržaj", "mapa sajta", "arhiva", "rubrike",
    ],
    notices: &[
        "sva prava zadržana", "uslovi korišćenja", "pravila korišćenja", "politika privatnosti",
        "zaštita podataka", "politika kolačića", "podešavanja kolačića", "koristimo kolačiće",
        "ovaj sajt koristi kolačiće", "ova stranica koristi kolačiće", "sajt koristi kolačiće",
        "naš sajt koristi kolačiće", "nastavkom korišćenja", "daljim korišćenjem sajta",
        "prihvatam", "prihvatam sve", "prihvati sve", "prihvati kolačiće", "slažem se",
        "odbij", "odbij sve", "kontakt", "kontaktirajte nas", "o nama", "impresum", "impressum",
        "redakcija", "marketing", "oglašavanje", "pomoć", "česta pitanja",
        "zabranjeno je preuzimanje", "zabranjeno preuzimanje", "preuzimanje sadržaja",
        "prenošenje sadržaja", "stavovi izneti", "mišljenja iznesena", "ne odražavaju stavove",
        "ne odražava stav", "redakcija ne odgovara", "redakcija zadržava pravo",
        "redakcija ima pravo", "komentari koji sadrže", "glavni urednik", "izdavač",
        "tekst je automatski preveden", "uključite javascript", "vaš pregledač ne",
        "učitavanje", "sačekajte", "poštovani čitaoci", "dragi čitaoci", "samo za pretplatnike",
    ],
    comments: &[
        "komentari", "komentar", "# komentara", "# komentar", "komentari #", "komentara #",
        "komentari čitalaca", "nema komentara", "još nema komentara", "ostavi komentar",
        "ostavite komentar", "ostavite svoj komentar", "dodaj komentar", "napiši komentar",
        "napišite komentar", "pošalji komentar", "pošaljite komentar", "vaš komentar",
        "komentariši", "komentarišite", "diskusija", "uključite se u diskusiju",
        "budite prvi", "svi komentari", "vidi komentare", "vidi sve komentare",
        "pogledaj komentare", "prikaži komentare", "prikaži još komentara", "najnoviji",
        "najstariji", "komentari su zatvoreni", "komentarisanje je zatvoreno",
    ],
    markers: &[
        "odgovori", "odgovor", "citiraj", "prijavi", "prijavi komentar", "izmeni", "izmenjeno",
        "sviđa mi se", "preporuči", "piše", "napisao", "napisala", "kaže", "rekao", "rekla", "od",
        "gost", "anonimni", "novo", "u odgovoru na", "odgovor na",
    ],
    tags: &[
        "tagovi", "oznake", "ključne reči", "teme", "tema", "kategorija", "kategorije",
        "rubrika", "haštegovi",
    ],
    credits: &[
        "izvor", "izvori", "foto", "fotografija", "fotografije", "slika", "ilustracija",
        "grafika", "snimak", "izvor fotografije", "original", "izvornik",
    ],
    agencies: &[
        "tanjug", "beta", "fonet", "srna", "fena", "hina", "politika", "danas", "blic", "rts",
        "b92", "radio slobodna evropa", "dojče vele",
    ],
    bylines: &[
        "objavljeno", "objavljen", "datum objave", "vreme objave", "autor", "autorka", "autori",
        "piše", "pišu", "tekst", "priredio", "priredila", "pripremio", "pripremila",
        "razgovarao", "razgovarala", "prevod", "preveo", "prevela", "dopisnik", "urednik",
    ],
    updated: &[
        "ažurirano", "poslednja izmena", "poslednje ažuriranje", "izmenjeno", "osveženo",
    ],
    ago: &[
        "pre # sekundi", "pre # sekunde", "pre # minuta", "pre # minut", "pre # min",
        "pre # sati", "pre # sata", "pre # sat", "pre # h", "pre # dana", "pre # dan",
        "pre # nedelja", "pre # nedelje", "pre # nedelju", "pre # meseci", "pre # meseca",
        "pre # mesec", "pre # godina", "pre # godine", "pre # godinu", "pre minut",
        "pre sat vremena", "pre nedelju dana", "pre mesec dana", "pre godinu dana", "upravo sada",
        "juče", "danas", "prekjuče",
    ],
    quoting: &[
        "citat", "u odgovoru na",
    ],
    answering: &[
        "u odgovoru na", "odgovor na", "odgovara", "odgovorio", "odgovorila",
    ],
};
