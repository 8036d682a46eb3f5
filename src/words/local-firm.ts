import type { Exchange } from '../domain/catalogue.ts';
import type { Source } from '../domain/incident.ts';

/** "Binance Markets Limited": one or two words of its own, then what companies end in. */
const COMPANY =
  /^((?:\s\p{Lu}[\p{L}&]{1,20}){1,2})\s(?:Ltd|Limited|LLC|Inc|Pty|GmbH|AG|B\.?V|N\.?V|S\.?A|S\.?L|UAB|OÜ|Lda|Co)(?!\p{L})/u;
/** The company that holds the whole, or runs the main site. */
const WHOLE = /Holdings?|Global|International|Group|Worldwide|Exchange/;

/** True where the sources name a company of the exchange that is not the whole of it. */
export const namesLocalFirm = (sources: readonly Source[], { name }: Pick<Exchange, 'name'>): boolean =>
  sources.some(({ title, text }) =>
    [title, text].some((written) =>
      written
        .split(name)
        .slice(1)
        .some((rest) => {
          const own = COMPANY.exec(rest)?.[1];
          return own !== undefined && !WHOLE.test(own);
        }),
    ),
  );
