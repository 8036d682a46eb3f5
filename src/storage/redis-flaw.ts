/** Why a Redis would forget what it is given, with the cure; undefined where it keeps it. `info`: its answer to INFO. */
export const redisFlaw = (info: string): string | undefined => {
  const lines = info.split('\r\n').map((line) => line.split(':'));
  const facts = new Map(lines.map(([name = '', value = '']) => [name, value]));
  // What is not on the disk is gone with the server, and what is evicted is lost, or sent again.
  if (facts.get('aof_enabled') !== '1')
    return 'Redis keeps nothing over a restart. Set "appendonly yes" in redis.conf.';
  if (facts.get('maxmemory_policy') !== 'noeviction')
    return 'Redis throws records away when memory is short. Set "maxmemory-policy noeviction" in redis.conf.';
  return undefined;
};
