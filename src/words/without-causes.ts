/** What is only the cause of the news. */
const CAUSES: readonly RegExp[] = [/(?:由于|由於)[^，由]{1,40}，/gu, /受[^，影受]{1,30}影[响響]/gu];
/** Behind these comes the cause as well, to the end. */
const CAUSED_BY = /\b(?:due to|because of|after|amid|despite)\b/u;

/** A line without the clauses that only tell why. */
export const withoutCauses = (line: string): string =>
  CAUSES.reduce((rest, cause) => rest.replace(cause, ' '), line.split(CAUSED_BY)[0] ?? '');
