// The part of the client that `api.md` is made from. It is imported from the source, because the built package may be older than the contract. Only
// this file may import it.
export {
  chargedAfter,
  type FailureKind,
  type RetryPolicy,
  retryOn,
  retryPolicies,
  retryPolicyOf,
} from '../../../packages/client/src/retry-policies.ts';
