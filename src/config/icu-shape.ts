/** What an ICU message needs from its caller, and which plural categories it answers. */
export interface IcuShape {
  readonly placeholders: ReadonlySet<string>;
  /** Placeholder to the categories of its plurals (`one`, `=2`, `other`). */
  readonly plurals: ReadonlyMap<string, ReadonlySet<string>>;
}

interface Cursor {
  readonly text: string;
  at: number;
}

const OPENING = /\{\s*(\w+)\s*(?:,\s*(plural|select|selectordinal)\s*,)?/y;
const OPTION = /\s*(=\d+|[\w-]+)\s*\{/y;

const take = (cursor: Cursor, pattern: RegExp): RegExpExecArray | undefined => {
  pattern.lastIndex = cursor.at;
  const match = pattern.exec(cursor.text);
  if (match === null) return undefined;
  cursor.at = pattern.lastIndex;
  return match;
};

const close = (cursor: Cursor): void => {
  while (/\s/.test(cursor.text[cursor.at] ?? '')) cursor.at += 1;
  if (cursor.text[cursor.at] !== '}') throw new SyntaxError(`"}" is missing at character ${cursor.at + 1}`);
  cursor.at += 1;
};

/**
 * The placeholders and plurals of an ICU message: the part of the syntax that our locales use (no `<tags>`, no
 * quoting). Throws SyntaxError where braces do not match or a choice lacks `other`.
 * The full grammar: https://unicode-org.github.io/icu/userguide/format_parse/messages/
 */
export const icuShape = (message: string): IcuShape => {
  const placeholders = new Set<string>();
  const plurals = new Map<string, Set<string>>();

  const readOptions = (cursor: Cursor, name: string): ReadonlySet<string> => {
    const options = new Set<string>();
    for (let option = take(cursor, OPTION); option !== undefined; option = take(cursor, OPTION)) {
      options.add(option[1] ?? '');
      readText(cursor);
      close(cursor);
    }
    if (!options.has('other')) throw new SyntaxError(`the choice of {${name}} lacks "other"`);
    return options;
  };

  const readPlaceholder = (cursor: Cursor): void => {
    const opening = take(cursor, OPENING);
    if (opening === undefined) throw new SyntaxError(`"{" without a name at character ${cursor.at + 1}`);
    const [, name = '', choice] = opening;
    placeholders.add(name);
    if (choice !== undefined) {
      const options = readOptions(cursor, name);
      if (choice !== 'select') {
        plurals.set(name, new Set([...(plurals.get(name) ?? []), ...options]));
      }
    }
    close(cursor);
  };

  const readText = (cursor: Cursor): void => {
    while (cursor.at < cursor.text.length && cursor.text[cursor.at] !== '}') {
      if (cursor.text[cursor.at] === '{') readPlaceholder(cursor);
      else cursor.at += 1;
    }
  };

  const cursor: Cursor = { text: message, at: 0 };
  readText(cursor);
  if (cursor.at < message.length) throw new SyntaxError(`"}" too many at character ${cursor.at + 1}`);
  return { placeholders, plurals };
};
