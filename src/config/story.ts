import { join } from 'node:path';
import type { Feed } from '../domain/feed.ts';
import { CONFIG_DIRECTORY } from './directory.ts';
import { parseYaml, readYamlFile } from './yaml-list.ts';

/** One entry of the demo's feeds, and the second at which it appears; the same id again replaces it. */
export interface StoryEntry {
  readonly at: number;
  readonly feed: string;
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export interface Story {
  readonly feeds: readonly Pick<Feed, 'id' | 'publisher' | 'kind' | 'jurisdiction' | 'language'>[];
  readonly entries: readonly StoryEntry[];
}

/** `config/demo/story.yaml`: what `npm run demo` serves. */
export const loadStory = (): Story => {
  const name = 'config/demo/story.yaml';
  return parseYaml(readYamlFile(join(CONFIG_DIRECTORY, 'demo/story.yaml'), name)) as Story;
};
