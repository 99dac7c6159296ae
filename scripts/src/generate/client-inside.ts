// The part of the client that `api.md` is made from. It is read from the source, since what is built may be older than the contract, and this is the
// only file that may reach for it.
export {
  chargedAfter,
  type FailureKind,
  type RetryPolicy,
  retryOn,
  retryPolicies,
  retryPolicyOf,
} from '../../../packages/client/src/retry-policies.ts';
