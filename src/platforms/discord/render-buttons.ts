import { type APIActionRowComponent, type APIButtonComponent, ButtonStyle, ComponentType } from 'discord.js';
import type { Button } from '../../domain/card.ts';
import { linkTarget, oneLine } from './escape.ts';
import { fitPlain } from './fit.ts';
import { LIMITS } from './limits.ts';

type Row = APIActionRowComponent<APIButtonComponent>;

/** `verb:id`: what a pressed button sends back to us. */
const customIdOf = (verb: string, id: string): string => `${verb}:${id}`;

const labelOf = ({ label }: Button): string => fitPlain(oneLine(label), LIMITS.buttonLabel);

/** A button that Discord takes, or nothing where it would refuse it. */
const renderButton = (button: Button): APIButtonComponent | undefined => {
  const label = labelOf(button);
  if (label === '') return undefined;
  if ('href' in button) {
    const url = linkTarget(button.href);
    if (url === undefined || url.length > LIMITS.buttonUrl) return undefined;
    return { type: ComponentType.Button, style: ButtonStyle.Link, label, url };
  }
  const id = customIdOf(button.verb, button.id);
  if (id.length > LIMITS.customId) return undefined;
  return { type: ComponentType.Button, style: ButtonStyle.Secondary, label, custom_id: id };
};

const keyOf = (button: APIButtonComponent): string =>
  'custom_id' in button ? button.custom_id : JSON.stringify(button);

/** Short rows share one where there are more than Discord takes. */
const joined = <T>(rows: readonly (readonly T[])[]): readonly (readonly T[])[] => {
  const at = rows.findIndex((row, index) => {
    const next = rows[index + 1];
    return next !== undefined && row.length + next.length <= LIMITS.buttonsInRow;
  });
  if (rows.length <= LIMITS.rows || at < 0) return rows;
  const both = [...(rows[at] ?? []), ...(rows[at + 1] ?? [])];
  return joined([...rows.slice(0, at), both, ...rows.slice(at + 2)]);
};

/** Rows of buttons within the limits; a row that is too long is broken, an id that comes twice is kept once. */
export const renderButtons = (rows: readonly (readonly Button[])[]): Row[] => {
  const seen = new Set<string>();
  const isNew = (button: APIButtonComponent): boolean =>
    !seen.has(keyOf(button)) && seen.add(keyOf(button)).size > 0;
  const kept = rows
    .map((row) => row.flatMap((button) => renderButton(button) ?? []).filter(isNew))
    .flatMap((row) =>
      Array.from({ length: Math.ceil(row.length / LIMITS.buttonsInRow) }, (_, at) =>
        row.slice(at * LIMITS.buttonsInRow, (at + 1) * LIMITS.buttonsInRow),
      ),
    )
    .filter((row) => row.length > 0);
  return joined(kept)
    .slice(0, LIMITS.rows)
    .map((components) => ({ type: ComponentType.ActionRow, components: [...components] }));
};

/** Links whose address is too long for a button, as masked links for the text. */
export const longLinks = (rows: readonly (readonly Button[])[]): readonly { label: string; url: string }[] =>
  rows.flat().flatMap((button) => {
    const url = 'href' in button ? linkTarget(button.href) : undefined;
    return url !== undefined && url.length > LIMITS.buttonUrl ? [{ label: labelOf(button), url }] : [];
  });
