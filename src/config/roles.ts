/** What a process does: one that is alone does all of it. */
export const ROLES = ['poll', 'decide', 'deliver', 'telegram', 'discord'] as const;
export type Role = (typeof ROLES)[number];

/** `poll,decide`; undefined for what names something else, or nothing. */
export const parseRoles = (value: string): ReadonlySet<Role> | undefined => {
  const words = value
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  const roles = ROLES.filter((role) => words.includes(role));
  return roles.length === new Set(words).size && roles.length > 0 ? new Set(roles) : undefined;
};
