// A child process: measures how one subject takes faults and sends the results. Argument: its name.
import { loadSubject } from '../subjects/all.ts';
import { measureCharges } from './charges.ts';
import { measureSurvival } from './survival.ts';

const create = await loadSubject(process.argv[2]);
const survival = await measureSurvival(create);
const charges = await measureCharges(create);
process.send?.({ charges, survival });
process.disconnect();
