#!/bin/bash
# Writes the learned tables. Argument: the folder with the pairs of names (parts_*.tsv.gz, full_*.tsv.gz). From the project's root.
set -e
tables=src/Ostrakon/Names/Tables
learn() { local out=$1; shift; python3 eng/tables/learn.py "$@" > $tables/$out.tsv.new; mv $tables/$out.tsv.new $tables/$out.tsv; }
learn arabic Arabic "$1/parts_arabic.tsv.gz" --letters 'ء-يٱ-ٳ' --also eng/tables/arabic-more.tsv
learn hebrew Hebrew "$1/full_hebrew.tsv.gz" --full --letters "א-ת'׳"
learn hangul-foreign Hangul "$1/full_korean.tsv.gz" --full --jamo --letters '가-힣' --least 3 --gain 2
learn kana-foreign kana "$1/parts_japanese.tsv.gz" "$1/parts_katakana.tsv.gz" --hiragana --letters 'ぁ-ゖー'
learn han-foreign Han "$1/parts_chinese.tsv.gz" --letters '㐀-鿿'
