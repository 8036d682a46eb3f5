/** `auto` (as many as Discord recommends) or a number; undefined for what is neither. */
export const parseShards = (value: string): number | 'auto' | undefined => {
  if (value.toLowerCase() === 'auto') return 'auto';
  return /^[1-9]\d{0,3}$/.test(value) ? Number(value) : undefined;
};
