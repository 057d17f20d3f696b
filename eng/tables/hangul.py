#!/usr/bin/env python3
"""Writes Names/Tables/hangul-words.tsv and hangul-chinese.tsv from pairs of Latin and Hangul names.

hangul.py full_korean.tsv.gz, from the project's root. A tenth of the pairs is left out, the same as in learn.py."""
import collections, gzip, re, runpy, sys, unicodedata
from pathlib import Path

TABLES = Path('src/Ostrakon/Names/Tables')
sys.argv, pairs_file = [sys.argv[0]], sys.argv[1]
learn = runpy.run_path('eng/tables/learn.py', run_name='learn')
latin, held_out = learn['latin'], learn['held_out']
pairs = [line.rstrip('\n').split('\t') for line in gzip.open(pairs_file, 'rt', encoding='utf-8')][1:]
pairs = [(l, n) for l, n in pairs if not held_out(n)]
HEAD = 'Learned by eng/tables/hangul.py from public pairs of names (steveash/NETransliteration-COLING2018, from Wikidata, CC0)'

def write(name, head, rows):
    (TABLES / f'{name}.tsv').write_text(f'# {head} Do not edit.\n' + '\n'.join('\t'.join(r) for r in rows) + '\n', encoding='utf-8')
    print(name, len(rows))

# ---- words of foreign names: custom spells them, not a rule; of those seen once, the ones that the learned rules spell otherwise ----
rules = collections.defaultdict(list)
for line in (TABLES / 'hangul-foreign.tsv').read_text(encoding='utf-8').splitlines():
    if line[0] == '#': continue
    pattern, piece = line.split('\t')
    before, target, after = re.fullmatch(r'(.*?)\[?(.)\]?([^\[\]]*)', pattern).groups() if '[' in pattern else ('', pattern, '')
    rules[target].append(((target, before, after), piece.replace('-', '')))
def likeness(word, spelling): return learn['similarity'](learn['apply'](rules, unicodedata.normalize('NFD', word)), spelling)
seen = collections.defaultdict(collections.Counter)
for l, n in pairs:
    ls, ns = [latin(x) for x in re.split(r'[\s·-]+', l)], n.split()
    if len(ls) == len(ns) > 1:
        if sum(map(likeness, ns, ls)) < sum(map(likeness, ns, ls[::-1])): ls = ls[::-1]     # the family name first
        for x, y in zip(ls, ns):
            if x and re.fullmatch('[가-힣]+', y): seen[y][x] += 1
rows = []
for word, spellings in sorted(seen.items()):
    most = max(spellings.values())
    kept = [s for s, c in spellings.most_common(4) if (c >= 2 or .4 < likeness(word, s) < .75) and c * 8 >= most and len(s) > 1]
    if kept: rows.append((word, *kept[:3]))
write('hangul-words', f'Words of foreign names in Hangul and how they are spelled, the most usual first. {HEAD}.', rows)

# ---- Chinese names in Hangul: by the sounds of Mandarin (the rules of the National Institute of Korean Language), or each character as Koreans read it ----
FIRST, MIDDLE = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ', 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ'
def syllable(first, rest):
    """A consonant on a syllable that begins with none."""
    code = ord(rest[0]) - 0xAC00
    return chr(0xAC00 + FIRST.index(first) * 588 + code % 588) + rest[1:]
INITIALS = dict(b='ㅂ', p='ㅍ', m='ㅁ', f='ㅍ', d='ㄷ', t='ㅌ', n='ㄴ', l='ㄹ', g='ㄱ', k='ㅋ', h='ㅎ', j='ㅈ', q='ㅊ', x='ㅅ', zh='ㅈ', ch='ㅊ', sh='ㅅ', r='ㄹ', z='ㅉ', c='ㅊ', s='ㅆ')
FINALS = dict(a='아', o='오', e='어', ai='아이', ei='에이', ao='아오', ou='어우', an='안', en='언', ang='앙', eng='엉', i='이', ia='야', ie='예', iao='야오', iu='유', ian='옌',
    ing='잉', iang='양', iong='융', u='우', ua='와', uo='워', uai='와이', ui='우이', uan='완', un='운', uang='왕', ong='웅', v='위', ve='웨', van='위안', vn='윈')
FINALS['in'] = '인'
ALONE = dict(er='얼', ya='야', yo='요', ye='예', yao='야오', you='유', yan='옌', yin='인', yang='양', ying='잉', wa='와', wo='워', wai='와이', wei='웨이', wan='완', wen='원', wang='왕', weng='웡',
    yue='웨', yuan='위안', yun='윈', yong='융', yi='이', wu='우', yu='위', a='아', ai='아이', ao='아오', an='안', en='언', ang='앙', e='어', ou='어우',
    zhi='즈', chi='츠', shi='스', ri='르', zi='쯔', ci='츠', si='쓰')
UNIONS = str.maketrans('야예유양여요', '아에우앙어오')     # no y is written after these: 자, 제, 주
def in_hangul(pinyin):
    if pinyin in ALONE: return ALONE[pinyin]
    initial = next((i for i in ('zh', 'ch', 'sh') if pinyin.startswith(i)), pinyin[0])
    final = pinyin[len(initial):]
    if initial in ('j', 'q', 'x') and final[:1] == 'u': final = 'v' + final[1:]
    if initial not in INITIALS or final not in FINALS: return None
    rest = FINALS[final]
    if initial in ('j', 'q', 'zh', 'ch', 'z', 'c'): rest = rest.translate(UNIONS).replace('옌', '엔').replace('융', '웅')
    if initial == 'q' and final == 'iong' or initial == 'j' and final == 'iong': rest = '웅'
    return syllable(INITIALS[initial], rest)

han = [line.split('\t') for line in (TABLES / 'han.tsv').read_text(encoding='utf-8').splitlines() if line[0] != '#']
PINYIN = {h[1] for h in han if len(h) > 1 and h[1]}
def initial_law(sign):
    """As the South writes the sign at the beginning of a word: 류 유, 로 노, 녀 여."""
    first, vowel = divmod((ord(sign) - 0xAC00) // 28, 21)
    soft = MIDDLE[vowel] in 'ㅑㅕㅖㅛㅠㅣ'
    other = 'ㅇ' if soft and FIRST[first] in 'ㄴㄹ' else 'ㄴ' if FIRST[first] == 'ㄹ' else FIRST[first]
    return chr(ord(sign) + (FIRST.index(other) - first) * 588)
KOREAN = collections.defaultdict(set)
for h in han:
    if len(h) > 3 and h[1] and h[3]:
        for sign in {h[3], initial_law(h[3])}: KOREAN[sign].add(h[1])

def syllables(word):
    """A word as the fewest syllables of pinyin; none where it is something else."""
    best = {0: ()}
    for i in range(len(word)):
        if i not in best: continue
        for k in range(1, 7):
            if word[i:i + k] in PINYIN and i + k <= len(word) and (i + k not in best or len(best[i + k]) > len(best[i]) + 1): best[i + k] = (*best[i], word[i:i + k])
    return best.get(len(word), ())

read = {'family': collections.defaultdict(collections.Counter), 'given': collections.defaultdict(collections.Counter)}
def note(hangul, spelled):
    """Family name first, as many characters as there are signs. Unihan knows one reading of each; another is believed when it returns."""
    for k, (c, p) in enumerate(zip(hangul, spelled)):
        read['given' if k else 'family'][c][p] += 1
for l, n in pairs:
    words = [syllables(latin(x)) for x in re.split(r"[\s'-]+", l)]
    if ' ' in n or len(words) < 2 or not all(words): continue
    flat = [s for w in words for s in w]
    if len(flat) == len(n) and sum(s in KOREAN[c] for s, c in zip(flat, n)) >= max(len(n) - 1, 1) + (len(n) < 3): note(n, flat)
# What few bearers have: the readings of common characters (the first level of Big5).
for h in han:
    try: common = h[0].encode('big5') < b'\xc6\xff'
    except UnicodeEncodeError: continue
    if len(h) > 3 and h[1] and h[3] and common:
        for sign in {h[3], initial_law(h[3])}: read['given'][sign][h[1]] += .01
rows = []
for kind, most in (('family', 3), ('given', 4)):
    for c, spellings in sorted(read[kind].items()):
        kept = [s for s, k in spellings.most_common(most) if k >= 2 or s in KOREAN[c]]
        while len(kept) > 2 and spellings[kept[-1]] < 1: kept.pop()
        if kept: rows.append((kind, c, *kept))
# Family names of two characters are too rare to be learned.
rows += [('family', *r.split()) for r in '제갈 zhuge|사마 sima|하후 xiahou|공손 gongsun|상관 shangguan|구양 ouyang|황보 huangfu|동방 dongfang|모용 murong|우문 yuwen|영호 linghu|남궁 nangong'.split('|')]
by_sound = collections.defaultdict(list)
for p in sorted(PINYIN):
    if (h := in_hangul(p)): by_sound[h].append(p)
rows += [('sound', h, *ps) for h, ps in sorted(by_sound.items())]
write('hangul-chinese', 'Chinese names in Hangul: family names and given names whose characters are read in Korean, and sounds of Mandarin '
    f'(Rules for loan words of the National Institute of Korean Language), each with its spellings in pinyin. {HEAD}, readings checked against Unihan.', rows)
