/** Words for the person at the terminal, on standard error: standard output belongs to answers and logs. */
export const say = (text: string): void => {
  // biome-ignore lint/suspicious/noConsole: the one place that speaks to the terminal outside the chat.
  console.error(text);
};
