/** Where an error came from, and what caused it; nothing else of what libraries hang on their errors (whole requests). */
export const stackOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const stack = error.stack ?? `${error.name}: ${error.message}`;
  return error.cause === undefined ? stack : `${stack}\ncaused by ${stackOf(error.cause)}`;
};
