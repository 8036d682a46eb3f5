/** Every string of one language, by dotted key (`alert.where`), as ICU messages (`config/locales/*.yaml`). */
export interface Locale {
  /** BCP 47, the file's name. */
  readonly language: string;
  readonly messages: ReadonlyMap<string, string>;
}
