import type { Button, Card, Text, TextCard } from '../domain/card.ts';
import type { Answer } from '../domain/command.ts';

/** Paragraphs, a string for a paragraph without styles; what is undefined is left out. */
export const textCard = (
  paragraphs: readonly (string | Text | undefined)[],
  buttons: readonly (readonly Button[])[] = [],
): TextCard => ({
  shape: 'text',
  paragraphs: paragraphs.flatMap((each) => {
    if (each === undefined) return [];
    return [typeof each === 'string' ? [each] : each];
  }),
  buttons: buttons.filter((row) => row.length > 0),
});

export const heading = (text: string): Text => [{ text, bold: true }];

/** For everybody in the place. */
export const openly = (...cards: readonly Card[]): Answer => ({ cards, private: false });

/** For the asker's eyes, where the platform can. */
export const privately = (...cards: readonly Card[]): Answer => ({ cards, private: true });

/** In the place of the message whose button was pressed. */
export const inPlace = (...cards: readonly Card[]): Answer => ({ cards, private: false, inPlace: true });
