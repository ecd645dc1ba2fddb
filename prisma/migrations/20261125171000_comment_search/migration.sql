-- Both are trusted: whoever may create in the database may have them, on managed servers as well.
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Words as they are searched: without accents and case, every white space one space. An index
-- takes immutable functions only, and unaccent is none because its dictionary could be changed.
-- The body is no string but parsed here, so it means these functions whatever the search_path is
-- when somebody restores a backup.
CREATE FUNCTION search_words(words TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN regexp_replace(lower(unaccent('unaccent'::regdictionary, normalize(words, NFKC))), '\s+', ' ', 'g');

-- Comments by any part of their words.
CREATE INDEX "comment_search_idx" ON "comment" USING gin (search_words("text") gin_trgm_ops) WHERE "deleted_at" IS NULL;
