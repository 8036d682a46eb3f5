/** Where a message stands: forum posts are threads of their own, so their id names both. */
export interface MessagePlace {
  readonly thread?: string;
  readonly message: string;
}

export const joinMessageId = ({ thread, message }: MessagePlace): string =>
  thread === undefined ? message : `${thread}/${message}`;

export const splitMessageId = (id: string): MessagePlace => {
  const [first = '', second] = id.split('/');
  return second === undefined ? { message: first } : { thread: first, message: second };
};
