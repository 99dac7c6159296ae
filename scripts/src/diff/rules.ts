import type { Level } from './level.ts';

/** One kind of change. */
export interface Rule {
  level: Level;
  /** Whether the generated types show it. They do not show a limit or a security scheme: for those, the rule alone decides. */
  typed: boolean;
  /** What the change is: the end of a sentence that begins with its place. */
  says: string;
}

const typed = (level: Level, says: string): Rule => ({ level, typed: true, says });
const untyped = (level: Level, says: string): Rule => ({ level, typed: false, says });

/**
 * Every known kind of change, by its stable id of direction, area and action. The level says what happens to a caller of the types
 * and the client. It depends on the direction: a narrower request breaks code that sends it, a wider response breaks code that reads it.
 * The enums of responses are an exception, because our types keep them open.
 */
export const RULES = {
  'info-changed': untyped('patch', 'was reworded'),
  'tags-changed': untyped('patch', 'were changed'),
  'server-added': untyped('minor', 'is a new server'),
  'server-removed': untyped('major', 'is not a server any more'),
  'default-security-changed': untyped('major', 'is secured in another way'),
  'security-scheme-added': untyped('minor', 'is a new security scheme'),
  'security-scheme-removed': untyped('major', 'is not a security scheme any more'),
  'security-scheme-changed': untyped('major', 'works in another way'),
  'component-schema-added': typed('minor', 'is a new schema'),
  'component-schema-removed': typed('major', 'is gone'),
  'component-schema-renamed': typed('major', 'has another name'),

  'operation-added': typed('minor', 'is new'),
  'operation-removed': typed('major', 'is gone'),
  'operation-id-changed': typed('major', 'has another operationId'),
  'operation-security-changed': untyped('major', 'is secured in another way'),

  'annotation-changed': untyped('patch', 'is described in other words'),
  deprecated: untyped('patch', 'is deprecated'),
  'deprecation-withdrawn': untyped('patch', 'is no longer deprecated'),
  'name-adopted': untyped('patch', 'has its published name now'),
  'unknown-change': untyped('major', 'changed in a way that no rule knows'),

  'request-parameter-added-optional': typed('minor', 'is a new optional parameter'),
  'request-parameter-added-required': typed('major', 'is a new required parameter'),
  'request-parameter-removed': typed('major', 'is not a parameter any more'),
  'request-parameter-became-required': typed('major', 'is required now'),
  'request-parameter-became-optional': typed('minor', 'is optional now'),
  'request-parameter-encoding-changed': untyped('major', 'is encoded in another way'),

  'request-body-added-optional': typed('minor', 'takes an optional body'),
  'request-body-added-required': typed('major', 'needs a body'),
  'request-body-removed': typed('major', 'takes no body any more'),
  'request-body-became-required': typed('major', 'needs its body now'),
  'request-body-became-optional': typed('minor', 'may leave out its body'),
  'request-media-type-added': typed('minor', 'is taken too'),
  'request-media-type-removed': typed('major', 'is not taken any more'),

  'response-status-added': typed('minor', 'is a new response'),
  'response-status-removed': typed('major', 'is not a response any more'),
  'response-media-type-added': typed('minor', 'is sent too'),
  'response-media-type-removed': typed('major', 'is not sent any more'),
  'response-header-added': typed('minor', 'is a new header'),
  'response-header-removed': typed('major', 'is not a header any more'),

  'request-property-added-optional': typed('minor', 'is a new optional field'),
  'request-property-added-required': typed('major', 'is a new required field'),
  'request-property-removed': typed('major', 'is not a field any more'),
  'request-property-became-required': typed('major', 'is required now'),
  'request-property-became-optional': typed('minor', 'is optional now'),
  'response-property-added': typed('minor', 'is a new field'),
  'response-property-removed': typed('major', 'is gone'),
  'response-property-became-optional': typed('major', 'may be absent now'),
  'response-property-became-required': typed('minor', 'is always there now'),

  'request-enum-value-added': typed('minor', 'takes more values'),
  'request-enum-value-removed': typed('major', 'takes fewer values'),
  'request-enum-added': typed('major', 'takes listed values only'),
  'request-enum-removed': typed('minor', 'takes any value'),
  'response-enum-value-added': typed('minor', 'can have more values'),
  'response-enum-value-removed': typed('minor', 'has fewer values'),
  'response-enum-added': typed('minor', 'has listed values'),
  'response-enum-removed': typed('minor', 'can have any value'),

  'request-type-changed': typed('major', 'is of another type'),
  'request-type-narrowed': typed('major', 'is of a narrower type'),
  'request-type-widened': typed('minor', 'is of a wider type'),
  'response-type-changed': typed('major', 'is of another type'),
  'response-type-narrowed': typed('minor', 'is of a narrower type'),
  'response-type-widened': typed('major', 'is of a wider type'),

  'request-null-allowed': typed('minor', 'may be null'),
  'request-null-refused': typed('major', 'may not be null any more'),
  'response-null-added': typed('major', 'can be null now'),
  'response-null-removed': typed('minor', 'is never null now'),

  'request-alternative-added': typed('minor', 'takes one more form'),
  'request-alternative-removed': typed('major', 'takes one form less'),
  'response-alternative-added': typed('major', 'can have one more form'),
  'response-alternative-removed': typed('minor', 'has one form less'),

  'request-other-properties-allowed': typed('minor', 'takes fields beyond the listed ones'),
  'request-other-properties-refused': typed('major', 'takes no fields beyond the listed ones'),
  'response-other-properties-added': typed('minor', 'can hold fields beyond the listed ones'),
  'response-other-properties-removed': typed('major', 'holds no fields beyond the listed ones'),

  'request-constraint-tightened': untyped('major', 'is checked more strictly'),
  'request-constraint-relaxed': untyped('minor', 'is checked less strictly'),
  'response-constraint-tightened': untyped('patch', 'is held to a closer limit'),
  'response-constraint-relaxed': untyped('patch', 'is held to a wider limit'),
  'request-default-changed': untyped('major', 'has another default'),
  'request-default-added': untyped('minor', 'has a default now'),
  'request-default-removed': untyped('minor', 'has no default any more'),
  'response-default-changed': untyped('patch', 'has another default'),
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof RULES;
