import type { Migration } from '../migrate'

/*
 * `person_words`: words of the names and the hamlet, and the commune; `person_terms`: words behind the birth year, given
 * names and relatives' names, every three digits of the phones. Only which person has which word is kept, not where: that is enough to bring
 * candidates, and half the size. `name_word` are the words there are, to find what a mistyped one may be; it belongs to
 * this PC, grows only, and is not part of what the journal adds up to.
 */
const index = `
  DROP TABLE person_words;
  CREATE VIRTUAL TABLE person_words USING fts5 (
    words, content = '', contentless_delete = 1, tokenize = 'ascii', detail = 'none', prefix = '1 2 3 4 5'
  );
  CREATE VIRTUAL TABLE person_terms USING fts5 (
    terms, content = '', contentless_delete = 1, tokenize = 'ascii', detail = 'none'
  );
  CREATE TABLE name_word (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE) STRICT;
`

/** How many persons there are, without counting a million rows for each search. */
const count = `
  CREATE TABLE person_count (persons INTEGER NOT NULL) STRICT;
  INSERT INTO person_count SELECT count(*) FROM person WHERE voided = 0;
  CREATE TRIGGER person_counted_in AFTER INSERT ON person WHEN NEW.voided = 0
    BEGIN UPDATE person_count SET persons = persons + 1; END;
  CREATE TRIGGER person_counted_out AFTER DELETE ON person WHEN OLD.voided = 0
    BEGIN UPDATE person_count SET persons = persons - 1; END;
  CREATE TRIGGER person_counted_again AFTER UPDATE OF voided ON person WHEN NEW.voided <> OLD.voided
    BEGIN UPDATE person_count SET persons = persons + OLD.voided - NEW.voided; END;
`

/** The index of decision 0006 in its second form; it is filled when the file is opened (`refreshPersonIndex`). */
export const searchIndex: Migration = {
  version: 5,
  name: 'search-index',
  up(db) {
    for (const part of [index, count]) db.exec(part)
  },
}
