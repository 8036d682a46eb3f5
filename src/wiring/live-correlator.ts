import type { Correlator } from '../incidents/correlate.ts';
import type { LiveSteps } from './live-steps.ts';

/** The correlator on the catalogue of now: a new catalogue arranges anew what the old one knew. */
export const createLiveCorrelator = (live: LiveSteps): Correlator => {
  const current = live.derive<Correlator>((steps, before) => {
    const correlator = steps.createCorrelator();
    for (const incident of before?.all() ?? []) correlator.put(incident);
    return correlator;
  });
  return {
    put: (incident) => current().put(incident),
    remove: (id) => current().remove(id),
    get: (id) => current().get(id),
    all: () => current().all(),
    correlate: (told, now) => current().correlate(told, now),
    takeOver: (older, younger, now) => current().takeOver(older, younger, now),
  };
};
