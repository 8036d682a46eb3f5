import { openStore } from '../../src/storage/open.ts';
import { describeStore } from '../contracts/store.contract.ts';

describeStore('memory', async () => ({
  open: (options) => openStore('memory://', options),
  lasts: false,
}));
