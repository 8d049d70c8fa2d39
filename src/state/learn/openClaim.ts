import { claims } from '../../learn/claims';
import { open } from '../run/actions';
import { app } from '../store/app';

/** Opens a claim in the list; false where there is none of that id. */
export function openClaim(id: string): boolean {
  if (!claims.some((claim) => claim.id === id)) return false;
  app.setState({ claim: id, learnPart: 'claims' });
  open('learn');
  return true;
}
