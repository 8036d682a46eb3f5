import type { Alert } from '../domain/incident.ts';
import type { Outbox } from '../domain/ports.ts';

/** The alerts that the brake holds, as the store has them: whoever sends, holds no others. */
export const createHeldAlerts =
  (outbox: Pick<Outbox, 'broadcasts'>) => async (): Promise<readonly Alert[]> => {
    const alerts: Alert[] = [];
    for await (const { held, alert } of outbox.broadcasts()) if (held) alerts.push(alert);
    return alerts;
  };
