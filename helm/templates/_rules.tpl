{{/* The rights of one pass over one namespace; a test holds them to what the operator asks for at its start. */}}
{{- define "patterned.rules" -}}
- apiGroups: [patterned.dev]
  resources: [patternedapps]
  verbs: [list, watch]
- apiGroups: [patterned.dev]
  resources: [patternedapps/status]
  verbs: [patch]
- apiGroups: [apps]
  resources: [deployments]
  verbs: [get, list, watch, create, patch, delete]
- apiGroups: [""]
  resources: [configmaps, services]
  verbs: [get, list, watch, create, patch, delete]
- apiGroups: [""]
  resources: [pods]
  verbs: [list, watch]
- apiGroups: [batch]
  resources: [jobs]
  verbs: [list, watch]
- apiGroups: [events.k8s.io]
  resources: [events]
  verbs: [create, patch]
{{- if .Values.watchSecrets }}
- apiGroups: [""]
  resources: [secrets]
  verbs: [list, watch]
{{- end }}
{{- end }}
