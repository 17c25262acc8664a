import * as v from 'valibot';

/** Phrases as rule and lexicon files write them. */

const phraseOptions = {
  exact: v.optional(
    v.pipe(
      v.picklist(['case', 'script', 'both']),
      v.description('What must be as written: letter case, script and Kazakh letters, or both.'),
    ),
  ),
  except: v.optional(
    v.pipe(
      v.union([v.string(), v.array(v.string())]),
      v.description('Phrases that make a hit innocent where they overlap it.'),
    ),
  ),
  instead: v.optional(v.pipe(v.string(), v.description('What to write in place of the phrase.'))),
};

export const phraseSchema = v.union([
  v.string(),
  v.strictObject({ phrase: v.pipe(v.string(), v.description('The phrase.')), ...phraseOptions }),
]);

/** A phrase, @concept or <detector>, or a list of them. */
export const wantedSchema = v.union([phraseSchema, v.array(phraseSchema)]);
