import { createDocument } from '../../src/classify/document.ts';
import { findMentions } from '../../src/classify/find-mentions.ts';
import { createSteps } from '../../src/steps.ts';

const { lexicon } = createSteps();

/** A text as the readers of fields get it, with the gazetteers and cues that ship. */
export const readWith = (title: string, text = '', language = 'en') => {
  const document = createDocument(title, text, language);
  return { document, mentions: findMentions(document, lexicon), lexicon };
};
