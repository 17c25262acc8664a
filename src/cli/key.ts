import type { Fingerprints } from '../engine/fingerprint.ts';
import { fingerprintsWith } from '../engine/fingerprint.ts';
import type { Io } from './io.ts';

/**
 * Fingerprints with the key of the environment. It is no setting of the configuration, which lies in the repository beside the
 * baselines whose words the key shall keep.
 */
export function fingerprintsFor({ env }: Pick<Io, 'env'>): Fingerprints {
  const key = env[KEY];
  return fingerprintsWith(key === undefined || key === '' ? undefined : key);
}

const KEY = 'REPLYLINT_KEY';
