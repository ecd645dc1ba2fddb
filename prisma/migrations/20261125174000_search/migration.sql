-- All are trusted: whoever may create in the database may have them, on managed servers as well.
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- Words as they are searched: without accents and case, every white space one space. An index
-- takes immutable functions only, and unaccent is none because its dictionary could be changed.
-- The body is no string but parsed here, so it means these functions whatever the search_path is
-- when somebody restores a backup.
CREATE OR REPLACE FUNCTION search_words(words TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN regexp_replace(lower(unaccent('unaccent'::regdictionary, normalize(words, NFKC))), '\s+', ' ', 'g');

-- Comments by any part of their words.
CREATE INDEX IF NOT EXISTS "comment_search_idx" ON "comment" USING gin (search_words("text") gin_trgm_ops) WHERE "deleted_at" IS NULL;

-- People by any part of their names.
CREATE INDEX "user_search_idx" ON "user" USING gin (search_words("name") gin_trgm_ops);

-- How PostgreSQL takes apart the words of a language (BCP 47); null where it knows none of its own.
CREATE FUNCTION search_language(tag TEXT) RETURNS REGCONFIG
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE split_part(lower(tag), '-', 1)
  WHEN 'ar' THEN 'arabic'::regconfig
  WHEN 'ca' THEN 'catalan'::regconfig
  WHEN 'da' THEN 'danish'::regconfig
  WHEN 'de' THEN 'german'::regconfig
  WHEN 'el' THEN 'greek'::regconfig
  WHEN 'en' THEN 'english'::regconfig
  WHEN 'es' THEN 'spanish'::regconfig
  WHEN 'eu' THEN 'basque'::regconfig
  WHEN 'fi' THEN 'finnish'::regconfig
  WHEN 'fr' THEN 'french'::regconfig
  WHEN 'ga' THEN 'irish'::regconfig
  WHEN 'hi' THEN 'hindi'::regconfig
  WHEN 'hu' THEN 'hungarian'::regconfig
  WHEN 'hy' THEN 'armenian'::regconfig
  WHEN 'id' THEN 'indonesian'::regconfig
  WHEN 'it' THEN 'italian'::regconfig
  WHEN 'lt' THEN 'lithuanian'::regconfig
  WHEN 'nb' THEN 'norwegian'::regconfig
  WHEN 'ne' THEN 'nepali'::regconfig
  WHEN 'nl' THEN 'dutch'::regconfig
  WHEN 'nn' THEN 'norwegian'::regconfig
  WHEN 'no' THEN 'norwegian'::regconfig
  WHEN 'pt' THEN 'portuguese'::regconfig
  WHEN 'ro' THEN 'romanian'::regconfig
  WHEN 'ru' THEN 'russian'::regconfig
  WHEN 'sr' THEN 'serbian'::regconfig
  WHEN 'sv' THEN 'swedish'::regconfig
  WHEN 'ta' THEN 'tamil'::regconfig
  WHEN 'tr' THEN 'turkish'::regconfig
  WHEN 'yi' THEN 'yiddish'::regconfig
END;

-- Whether a character is of a script that is written without spaces, or, as Hangul, with endings
-- that no dictionary of PostgreSQL's takes off: Thai, Lao, Burmese, Khmer, Kana, Hangul, ideographs.
CREATE FUNCTION search_is_unspaced(point INT) RETURNS BOOLEAN
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN point >= 3584 AND (
  point BETWEEN 3584 AND 3839 OR point BETWEEN 4096 AND 4255 OR point BETWEEN 4352 AND 4607
  OR point BETWEEN 6016 AND 6143 OR point BETWEEN 12293 AND 12295 OR point BETWEEN 12353 AND 12543
  OR point BETWEEN 12593 AND 12686 OR point BETWEEN 12784 AND 12799 OR point BETWEEN 13312 AND 19903
  OR point BETWEEN 19968 AND 40959 OR point BETWEEN 43360 AND 43391 OR point BETWEEN 44032 AND 55295
  OR point BETWEEN 63744 AND 64255 OR point BETWEEN 131072 AND 262143
);

-- The characters of such scripts and each two that stand together: most words of Chinese have two
-- characters, and an index of trigrams finds nothing shorter than three.
CREATE FUNCTION search_pairs(words TEXT) RETURNS TEXT[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
  SELECT coalesce(array_agg(DISTINCT token), '{}')
  FROM (
    SELECT letter, lead(letter) OVER (ORDER BY place) AS next
    FROM string_to_table(words, NULL) WITH ORDINALITY AS each (letter, place)
  ) AS pair
  CROSS JOIN LATERAL (
    VALUES (letter), (CASE WHEN search_is_unspaced(ascii(next)) THEN letter || next END)
  ) AS made (token)
  WHERE search_is_unspaced(ascii(letter)) AND token IS NOT NULL
);

-- A post as it is searched: its words, and with less weight the passage that it is on.
CREATE FUNCTION search_vector(language REGCONFIG, words TEXT, quote TEXT) RETURNS TSVECTOR
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN setweight(to_tsvector(language, words), 'A')
  || setweight(to_tsvector(language, quote), 'C')
  || CASE
    WHEN octet_length(words || quote) = char_length(words || quote) THEN ''::tsvector
    ELSE setweight(array_to_tsvector(search_pairs(words)), 'A')
      || setweight(array_to_tsvector(search_pairs(quote)), 'C')
  END;

-- A long text as it is searched: which words are in it, not where. In parts, because no vector
-- holds more than a megabyte; the parts overlap, so that no word is cut in all of them.
CREATE FUNCTION search_text(language REGCONFIG, words TEXT) RETURNS TSVECTOR
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
  SELECT array_to_tsvector(coalesce(array_agg(DISTINCT lexeme), '{}'))
  FROM generate_series(1, char_length(words), 100000) AS part (beginning)
  CROSS JOIN LATERAL (SELECT substr(words, beginning, 100100) AS piece) AS cut
  CROSS JOIN LATERAL (
    SELECT unnest(tsvector_to_array(to_tsvector(language, piece)))
    UNION ALL
    SELECT letter FROM string_to_table(piece, NULL) AS each (letter)
    WHERE search_is_unspaced(ascii(letter))
  ) AS found (lexeme)
);

ALTER TABLE "comment" ADD COLUMN "search" tsvector;
ALTER TABLE "revision" ADD COLUMN "search" tsvector;

-- Here and not in the application, so that whatever writes a comment makes it findable.
CREATE FUNCTION comment_search() RETURNS TRIGGER
LANGUAGE plpgsql AS $$
BEGIN
  SELECT search_vector(
    coalesce(search_language(reading.language), 'simple'),
    search_words(NEW.text),
    CASE WHEN NEW.is_opening THEN search_words(left(annotation.quote, 2000)) ELSE '' END
  )
  INTO NEW.search
  FROM annotation
  JOIN assignment ON assignment.id = annotation.assignment_id
  JOIN reading ON reading.id = assignment.reading_id
  WHERE annotation.id = NEW.annotation_id;
  RETURN NEW;
END
$$;

CREATE FUNCTION revision_search() RETURNS TRIGGER
LANGUAGE plpgsql AS $$
BEGIN
  SELECT search_text(coalesce(search_language(reading.language), 'simple'), search_words(NEW.text))
  INTO NEW.search
  FROM reading
  WHERE reading.id = NEW.reading_id;
  RETURN NEW;
END
$$;

CREATE FUNCTION annotation_search() RETURNS TRIGGER
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE comment SET text = text WHERE annotation_id = NEW.id AND is_opening;
  RETURN NULL;
END
$$;

CREATE FUNCTION reading_search() RETURNS TRIGGER
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE revision SET text = text WHERE reading_id = NEW.id;
  UPDATE comment SET text = comment.text
  FROM assignment
  WHERE assignment.id = comment.assignment_id AND assignment.reading_id = NEW.id;
  RETURN NULL;
END
$$;

CREATE TRIGGER comment_search BEFORE INSERT OR UPDATE OF "text", "annotation_id", "is_opening" ON "comment"
FOR EACH ROW EXECUTE FUNCTION comment_search();

CREATE TRIGGER revision_search BEFORE INSERT OR UPDATE OF "text" ON "revision"
FOR EACH ROW EXECUTE FUNCTION revision_search();

-- Somebody put it on other words by hand.
CREATE TRIGGER annotation_search AFTER UPDATE OF "quote" ON "annotation"
FOR EACH ROW WHEN (OLD.quote IS DISTINCT FROM NEW.quote) EXECUTE FUNCTION annotation_search();

CREATE TRIGGER reading_search AFTER UPDATE OF "language" ON "reading"
FOR EACH ROW WHEN (OLD.language IS DISTINCT FROM NEW.language) EXECUTE FUNCTION reading_search();

UPDATE "comment" SET "text" = "text";
UPDATE "revision" SET "text" = "text";

-- One assignment's comments by their words: what somebody may see is few of all that there are.
CREATE INDEX "comment_assignment_id_search_idx" ON "comment" USING gin ("assignment_id", "search");
CREATE INDEX "revision_search_idx" ON "revision" USING gin ("search");
CREATE INDEX "comment_created_at_id_idx" ON "comment"("created_at", "id");
