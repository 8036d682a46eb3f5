import { type DiscordRule, LIMIT } from './discord-rules.ts';

export type Json = Readonly<Record<string, unknown>>;

/** One fault of a form, as Discord names it. */
export interface FormFault {
  readonly path: string;
  readonly message: string;
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const tooLong = (path: string, value: unknown, { value: limit }: DiscordRule): readonly FormFault[] =>
  text(value).length > limit ? [{ path, message: `Must be ${limit} or fewer in length.` }] : [];

const tooMany = (path: string, value: unknown, { value: limit }: DiscordRule): readonly FormFault[] =>
  Array.isArray(value) && value.length > limit
    ? [{ path, message: `Must be ${limit} or fewer in length.` }]
    : [];

const missing = (path: string, value: unknown): readonly FormFault[] =>
  text(value).trim() === '' ? [{ path, message: 'This field is required' }] : [];

const fieldFaults = (field: Json, path: string): readonly FormFault[] => [
  ...missing(`${path}.name`, field.name),
  ...missing(`${path}.value`, field.value),
  ...tooLong(`${path}.name`, field.name, LIMIT.fieldName),
  ...tooLong(`${path}.value`, field.value, LIMIT.fieldValue),
];

const footerOf = (embed: Json): string => (isObject(embed.footer) ? text(embed.footer.text) : '');

const embedFaults = (embed: Json, path: string): readonly FormFault[] => [
  ...tooLong(`${path}.title`, embed.title, LIMIT.embedTitle),
  ...tooLong(`${path}.description`, embed.description, LIMIT.embedDescription),
  ...tooLong(`${path}.footer.text`, footerOf(embed), LIMIT.footer),
  ...tooMany(`${path}.fields`, embed.fields, LIMIT.embedFields),
  ...list(embed.fields).flatMap((field, at) => fieldFaults(field, `${path}.fields.${at}`)),
];

const embedSize = (embed: Json): number =>
  text(embed.title).length +
  text(embed.description).length +
  footerOf(embed).length +
  list(embed.fields).reduce((sum, field) => sum + text(field.name).length + text(field.value).length, 0);

const LINK = 5;

const buttonFaults = (button: Json, path: string): readonly FormFault[] => {
  const isLink = button.style === LINK;
  const wellFormed = !isLink || /^(https?|discord):\/\//.test(text(button.url));
  return [
    ...missing(`${path}.label`, button.label),
    ...tooLong(`${path}.label`, button.label, LIMIT.buttonLabel),
    ...missing(isLink ? `${path}.url` : `${path}.custom_id`, isLink ? button.url : button.custom_id),
    ...tooLong(`${path}.url`, button.url, LIMIT.buttonUrl),
    ...tooLong(`${path}.custom_id`, button.custom_id, LIMIT.customId),
    ...(wellFormed
      ? []
      : [{ path: `${path}.url`, message: 'Scheme must be one of (http, https, discord).' }]),
  ];
};

const rowFaults = (row: Json, path: string): readonly FormFault[] => [
  ...(list(row.components).length === 0 ? [{ path, message: 'Must be between 1 and 5 in length.' }] : []),
  ...tooMany(`${path}.components`, row.components, LIMIT.buttonsInRow),
  ...list(row.components).flatMap((button, at) => buttonFaults(button, `${path}.components.${at}`)),
];

const repeatedIds = (rows: readonly Json[]): readonly FormFault[] => {
  const ids = rows
    .flatMap((row) => list(row.components).map((button) => text(button.custom_id)))
    .filter(Boolean);
  return new Set(ids).size === ids.length
    ? []
    : [{ path: 'components', message: 'Component custom id cannot be duplicated' }];
};

/** What Discord would refuse in the body of a message; empty when it is well formed. */
export const messageFaults = (body: Json): readonly FormFault[] => {
  const embeds = list(body.embeds);
  const rows = list(body.components);
  const total = embeds.reduce((sum, embed) => sum + embedSize(embed), 0);
  return [
    ...tooLong('content', body.content, LIMIT.content),
    ...tooLong('nonce', body.nonce, LIMIT.nonce),
    ...tooMany('embeds', body.embeds, LIMIT.embeds),
    ...embeds.flatMap((embed, at) => embedFaults(embed, `embeds.${at}`)),
    ...(total > LIMIT.embedTotal.value
      ? [{ path: 'embeds', message: `Embed size exceeds maximum size of ${LIMIT.embedTotal.value}` }]
      : []),
    ...tooMany('components', body.components, LIMIT.rows),
    ...rows.flatMap((row, at) => rowFaults(row, `components.${at}`)),
    ...repeatedIds(rows),
  ];
};

export const isEmptyMessage = (body: Json): boolean =>
  text(body.content).trim() === '' && list(body.embeds).length === 0;

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

const nameFaults = (command: Json, path: string): readonly FormFault[] => {
  const localised = isObject(command.name_localizations) ? Object.values(command.name_localizations) : [];
  return [command.name, ...localised].flatMap((name) =>
    NAME.test(text(name)) && text(name) === text(name).toLowerCase()
      ? []
      : [{ path: `${path}.name`, message: 'Command name is invalid' }],
  );
};

const descriptionFaults = (command: Json, path: string): readonly FormFault[] => {
  const localised = isObject(command.description_localizations)
    ? Object.values(command.description_localizations)
    : [];
  return [command.description, ...localised].flatMap((description) => [
    ...missing(`${path}.description`, description),
    ...tooLong(`${path}.description`, description, LIMIT.commandDescription),
  ]);
};

const optionOrder = (options: readonly Json[], path: string): readonly FormFault[] =>
  options.some((option, at) => option.required === true && options[at - 1]?.required !== true && at > 0)
    ? [{ path, message: 'Required options must be placed before non-required options' }]
    : [];

const longestOf = (value: unknown, localised: unknown): number =>
  Math.max(
    text(value).length,
    ...(isObject(localised) ? Object.values(localised).map((each) => text(each).length) : []),
  );

const sizeOf = (part: Json): number =>
  longestOf(part.name, part.name_localizations) +
  longestOf(part.description, part.description_localizations) +
  text(part.value).length +
  [...list(part.options), ...list(part.choices)].reduce((sum, each) => sum + sizeOf(each), 0);

const choiceNameFaults = (option: Json, path: string): readonly FormFault[] =>
  list(option.choices).flatMap((choice, at) => [
    ...missing(`${path}.choices.${at}.name`, choice.name),
    ...(longestOf(choice.name, choice.name_localizations) > LIMIT.choiceName.value
      ? [{ path: `${path}.choices.${at}.name`, message: 'Must be between 1 and 100 in length.' }]
      : []),
  ]);

/** What Discord would refuse in a list of commands. */
export const commandFaults = (commands: readonly Json[]): readonly FormFault[] => [
  ...tooMany('', commands, LIMIT.commands),
  ...commands.flatMap((command, at) => [
    ...nameFaults(command, `${at}`),
    ...descriptionFaults(command, `${at}`),
    ...tooMany(`${at}.options`, command.options, LIMIT.commandOptions),
    ...optionOrder(list(command.options), `${at}.options`),
    ...(sizeOf(command) > LIMIT.commandSize.value
      ? [{ path: `${at}`, message: `Command exceeds maximum size (${LIMIT.commandSize.value})` }]
      : []),
    ...list(command.options).flatMap((option, of) => [
      ...nameFaults(option, `${at}.options.${of}`),
      ...descriptionFaults(option, `${at}.options.${of}`),
      ...tooMany(`${at}.options.${of}.choices`, option.choices, LIMIT.choices),
      ...choiceNameFaults(option, `${at}.options.${of}`),
    ]),
  ]),
];

/** What Discord would refuse in the choices of an autocomplete answer. */
export const choiceFaults = (data: Json): readonly FormFault[] => [
  ...tooMany('data.choices', data.choices, LIMIT.choices),
  ...list(data.choices).flatMap((choice, at) => [
    ...missing(`data.choices.${at}.name`, choice.name),
    ...tooLong(`data.choices.${at}.name`, choice.name, LIMIT.choiceName),
    ...tooLong(`data.choices.${at}.value`, choice.value, LIMIT.choiceName),
  ]),
];
