import { writeSnapshot } from './snapshot.ts';

writeSnapshot();
