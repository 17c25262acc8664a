import type { Document } from 'yaml';
import { Composer, CST, isScalar, Lexer, Parser, visit } from 'yaml';

/** Why a text is no YAML document. */
export interface YamlProblem {
  readonly message: string;
  readonly offset: number;
}

/**
 * The one document of a YAML text. As `parseDocument` of the package does, but nesting without end cannot bring the
 * process down, and a second document is not passed over in silence.
 * @param onComment is told each comment with its sign, and where it stands
 */
export function yamlDocument(
  text: string,
  onComment?: (comment: string, offset: number) => void,
): Document.Parsed | YamlProblem {
  const parser = new Parser();
  const composer = new Composer({ keepSourceTokens: true, prettyErrors: false, logLevel: 'silent', uniqueKeys: false });
  const documents: Document.Parsed[] = [];
  let isScalarNext = false;
  for (const lexeme of new Lexer().lex(text)) {
    // A plain or block scalar may begin like anything else; the lexer says so before it.
    if (onComment !== undefined && !isScalarNext && CST.tokenType(lexeme) === 'comment')
      onComment(lexeme, parser.offset);
    isScalarNext = lexeme === CST.SCALAR;
    for (const token of parser.next(lexeme)) documents.push(...composer.next(token));
    // The package composes by recursion, and V8 ends the process where a regular expression meets a full stack.
    if (parser.stack.length > DEEPEST) return { message: `nested more than ${DEEPEST} deep`, offset: parser.offset };
    if (documents.length > 1) break;
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end(true, text.length));
  const [document, second] = documents;
  if (document === undefined) return { message: 'no document', offset: 0 };
  const error = document.errors[0];
  if (error !== undefined) return { message: firstLine(error.message), offset: error.pos[0] };
  if (second !== undefined) return { message: 'several documents in one file', offset: second.range[0] };
  return repeatedKey(document) ?? document;
}

/** The package compares each key with all others, which takes minutes for a library of 100,000 entries. */
function repeatedKey(document: Document.Parsed): YamlProblem | undefined {
  let problem: YamlProblem | undefined;
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) {
          problem = { message: `the key ${JSON.stringify(key.value)} comes twice`, offset: key.range?.[0] ?? 0 };
          return visit.BREAK;
        }
        seen.add(key.value);
      }
      return undefined;
    },
  });
  return problem;
}

/** No conversation or library is nested deeper. */
const DEEPEST = 200;

function firstLine(message: string): string {
  return message.split('\n')[0] ?? message;
}
