#!/usr/bin/env python3
"""Learns a rule table (see RuleTable.cs) that spells names of one script in Latin letters, from pairs of spellings.

learn.py SCRIPT PAIRS.tsv.gz... > src/Ostrakon/Names/Tables/NAME.tsv
Pairs are Latin TAB native. 1. Expectation maximisation aligns every native letter with 0-4 Latin letters. 2. For every letter, then
for every letter with its neighbours, the commonest spelling becomes a rule where it differs from the shorter rule's answer and
was seen often enough. A tenth of the pairs is held out and measured before and after, on stderr."""
import argparse, collections, gzip, math, random, re, sys, unicodedata as u
from pathlib import Path

FOLD = {}
for table in ('folding', 'folding-rare'):
    for line in Path(f'src/Ostrakon/Names/Tables/{table}.tsv').read_text(encoding='utf-8').splitlines():
        if line and line[0] != '#':
            cells = line.split('\t')
            FOLD[int(cells[0], 16)] = cells[1]
MARKS = [(0x300, 0x36F), (0x483, 0x489), (0x591, 0x5C7), (0x610, 0x61A), (0x64B, 0x65F), (0x670, 0x670)]

def fold(text):
    text = u.normalize('NFC', text)
    out = ''.join(FOLD.get(ord(c), c.lower()) for c in text if not any(a <= ord(c) <= b for a, b in MARKS) and ord(c) not in (0x640, 0x200c, 0x200d))
    return out

def latin(text): return re.sub('[^a-z]', '', fold(text))

LONGEST = 4

def align_all(pairs, iterations=6):
    """Per pair the list of Latin pieces, one for each native letter."""
    prob = collections.defaultdict(lambda: 1e-7)
    # start: pieces near the diagonal
    count = collections.Counter()
    for l, n in pairs:
        for i, c in enumerate(n):
            centre = (i + .5) * len(l) / len(n)
            for k in range(0, LONGEST + 1):
                for s in range(max(0, int(centre) - 2), min(len(l) - k, int(centre) + 2) + 1):
                    count[c, l[s:s + k]] += .35 if k in (1, 2) else .1
    for it in range(iterations + 1):
        total = collections.Counter()
        for (c, p), v in count.items(): total[c] += v
        prob = {k: (v / total[k[0]]) for k, v in count.items() if v > 1e-4}
        count = collections.Counter()
        result, floor = [], -16.0
        logp = {k: math.log(v) for k, v in prob.items()}
        for l, n in pairs:
            L, N = len(l), len(n)
            best = [[-1e9] * (L + 1) for _ in range(N + 1)]
            back = [[0] * (L + 1) for _ in range(N + 1)]
            best[0][0] = 0.0
            for i in range(N):
                row, nxt, bk, c = best[i], best[i + 1], back[i + 1], n[i]
                for j in range(L + 1):
                    b = row[j]
                    if b < -1e8: continue
                    for k in range(0, min(LONGEST, L - j) + 1):
                        v = b + logp.get((c, l[j:j + k]), floor - 2 * k)
                        if v > nxt[j + k]: nxt[j + k], bk[j + k] = v, k
            pieces, j = [], L
            if best[N][L] < -1e8: result.append(None); continue
            for i in range(N, 0, -1):
                k = back[i][j]
                pieces.append(l[j - k:j]); j -= k
            pieces.reverse()
            result.append((pieces, best[N][L] / max(N, 1)))
            if best[N][L] / N < -6 and it > 1: continue      # not the same name
            for c, p in zip(n, pieces): count[c, p] += 1
        for k in list(count): count[k] += 0
    return result

def contexts(n, i):
    """From the least to the most specific: (before, after)."""
    b = n[i - 1] if i > 0 else '^'
    a = n[i + 1] if i + 1 < len(n) else '$'
    bb = (n[i - 2] if i > 1 else '^') if i > 0 else ''
    aa = (n[i + 2] if i + 2 < len(n) else '$') if i + 1 < len(n) else ''
    yield '', ''
    yield '', a
    yield b, ''
    yield b, a
    yield '', a + aa
    yield bb + b, ''
    yield b, a + aa
    yield bb + b, a

def specificity(before, after): return len(before) + len(after), len(after)

def learn(pairs, aligned, least, gain):
    seen = collections.defaultdict(collections.Counter)
    for (l, n), a in zip(pairs, aligned):
        if a is None or a[1] < -4.5: continue
        for i, piece in enumerate(a[0]):
            for c in contexts(n, i): seen[n[i], c[0], c[1]][piece] += 1
    rules = {}
    def answer(letter, before, after):
        # as RuleTable would answer with the rules so far, for a context that is at least this specific
        best, rank = None, None
        for (c, b, a), out in by_letter[letter]:
            if before.endswith(b) and after.startswith(a):
                r = specificity(b, a)
                if rank is None or r > rank: best, rank = out, r
        return best
    by_letter = collections.defaultdict(list)
    for key in sorted(seen, key=lambda k: (specificity(k[1], k[2]), k)):
        letter, before, after = key
        c = seen[key]
        piece, n = max(c.items(), key=lambda x: (x[1], x[0]))
        total = sum(c.values())
        if before or after:
            if total < least: continue
            current = answer(letter, before, after)
            if current == piece: continue
            if n - c.get(current, 0) < gain: continue
        by_letter[letter].append((key, piece))
        rules[key] = piece
    return rules

def apply(rules_by_letter, n):
    out = []
    for i, letter in enumerate(n):
        before, after = '^' + n[:i], n[i + 1:] + '$'
        best, rank = '', None
        for (c, b, a), piece in rules_by_letter.get(letter, ()):
            if before.endswith(b) and after.startswith(a):
                r = specificity(b, a)
                if rank is None or r > rank: best, rank = piece, r
        out.append(best)
    return ''.join(out)

def similarity(a, b):
    if not a or not b: return 0
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        prev, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            prev, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, prev + (x != y))
    return 1 - row[-1] / max(len(a), len(b))

def measure(name, f, pairs):
    s = [similarity(f(n), l) for l, n in pairs]
    print(f'{name}: mean {sum(s) / len(s):.3f}, >=0.8 {sum(x >= .8 for x in s) / len(s):.1%}, >=0.7 {sum(x >= .7 for x in s) / len(s):.1%}, equal {sum(x == 1 for x in s) / len(s):.1%}', file=sys.stderr)

def held_out(native):
    """A tenth of the pairs, by FNV-1a of the native form; bench/Names measures on the same tenth."""
    h = 2166136261
    for b in native.encode(): h = (h ^ b) * 16777619 & 0xFFFFFFFF
    return h % 10 == 0

def main():
    p = argparse.ArgumentParser()
    p.add_argument('script'); p.add_argument('pairs', nargs='+'); p.add_argument('--least', type=int, default=12); p.add_argument('--gain', type=int, default=6)
    p.add_argument('--also', help='rules for letters that the pairs hardly have')
    p.add_argument('--full', action='store_true', help='pairs of full names: words are paired in order, then again by what was learned')
    p.add_argument('--jamo', action='store_true', help='cut Hangul syllables into their letters')
    p.add_argument('--hiragana', action='store_true', help='write katakana as hiragana')
    p.add_argument('--letters', default=''); p.add_argument('--limit', type=int, default=60000)
    a = p.parse_args()
    inside = re.compile(f'^[{a.letters}]+$') if a.letters else None
    lines = []
    for file in a.pairs: lines += [line.rstrip('\n').split('\t')[:2] for line in gzip.open(file, 'rt', encoding='utf-8')]
    lines.sort()
    random.Random(7).shuffle(lines)
    def clean(lines, spell=None):
        pairs = set()
        for l, n in lines:
            if a.full:
                ls, ns = re.split(r'[\s-]+' if len(l.split()) != len(n.split()) else r'\s+', l), n.split()
                if len(ls) != len(ns): continue
                both = zip(ls, ns)
                if spell: both = ((max(ls, key=lambda x: similarity(spell(native(y)), latin(x))), y) for y in ns)
            else: both = [(l, n)]
            for l, n in both:
                l, n = latin(l), native(n)
                if not l or not n or len(l) > 24 or len(n) > 12 or inside and not inside.match(n): continue
                if spell and similarity(spell(n), l) < .3: continue
                pairs.add((l, u.normalize('NFD', n) if a.jamo else n))
        pairs = sorted(pairs)
        random.Random(7).shuffle(pairs)
        return pairs[:a.limit]
    def native(n):
        n = fold(n)
        return ''.join(chr(ord(c) - 0x60) if 'ァ' <= c <= 'ヶ' else c for c in n) if a.hiragana else n
    spell = None
    for _ in range(2 if a.full else 1):
        train = clean([x for x in lines if not held_out(x[1])], spell)
        rules = learn(train, align_all(train), a.least, a.gain)
        by_letter = collections.defaultdict(list)
        for k, v in rules.items(): by_letter[k[0]].append((k, v))
        spell = lambda n: apply(by_letter, u.normalize('NFD', n) if a.jamo else n)
    test = clean([x for x in lines if held_out(x[1])], spell if a.full else None)
    pairs = train + test
    if test: measure(f'{a.script} held out ({len(test)} of {len(pairs)}, {len(rules)} rules)', lambda n: apply(by_letter, n), test)
    print(f'# Spelling of {a.script} names in Latin letters, learned by eng/tables/learn.py from public pairs of name parts\n# (steveash/NETransliteration-COLING2018, from Wikidata, CC0). Do not edit.')
    if a.also: print(Path(a.also).read_text(encoding='utf-8').strip())
    for (c, b, x), piece in sorted(rules.items()):
        print((f'{b}[{c}]{x}' if b or x else c) + '\t' + (piece or '-'))

if __name__ == "__main__": main()
