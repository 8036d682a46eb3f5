/** Resolves to what `look` finds: real sockets lie between, and no clock of ours moves them. */
export const until = async <T>(
  look: () => T | undefined | false,
  what = String(look),
  ms = 25_000,
): Promise<T> => {
  const end = performance.now() + ms;
  for (;;) {
    const found = look();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};
