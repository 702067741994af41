{{/* The rights of one pass over one namespace; a test knows them rule by rule. */}}
{{- define "patterned.rules" -}}
- apiGroups: [patterned.dev]
  resources: [patternedapps]
  verbs: [get, list, watch]
- apiGroups: [patterned.dev]
  resources: [patternedapps/status]
  verbs: [patch, update]
- apiGroups: [apps]
  resources: [deployments]
  verbs: [get, list, watch, create, patch, delete]
- apiGroups: [""]
  resources: [configmaps, services]
  verbs: [get, list, watch, create, patch, delete]
- apiGroups: [""]
  resources: [pods]
  verbs: [get, list, watch]
- apiGroups: [events.k8s.io]
  resources: [events]
  verbs: [create, patch]
{{- end }}

{{/* For the check at start: one sentence about a missing CRD is better than a failing watch. */}}
{{- define "patterned.clusterRules" -}}
- apiGroups: [apiextensions.k8s.io]
  resources: [customresourcedefinitions]
  resourceNames: [patternedapps.patterned.dev]
  verbs: [get]
{{- end }}
