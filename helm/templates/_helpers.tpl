{{- define "patterned.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" }}
{{- end }}

{{/* A release called like the chart is not named twice. 58 leaves room for "-view" and "-edit". */}}
{{- define "patterned.fullname" -}}
{{- $name := include "patterned.name" . }}
{{- $both := ternary .Release.Name (printf "%s-%s" .Release.Name $name) (contains $name .Release.Name) }}
{{- default $both .Values.fullnameOverride | trunc 58 | trimSuffix "-" }}
{{- end }}

{{/* What never changes between releases: a Deployment's selector is immutable. */}}
{{- define "patterned.selectorLabels" -}}
app.kubernetes.io/name: {{ include "patterned.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "patterned.labels" -}}
{{ include "patterned.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/component: operator
app.kubernetes.io/part-of: patterned
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{- end }}

{{- define "patterned.image" -}}
{{- $repository := required "image.repository is not set: the project publishes no image yet, name the one you built (--set image.repository=…)" .Values.image.repository }}
{{- if .Values.image.digest -}}
{{ $repository }}@{{ .Values.image.digest }}
{{- else -}}
{{ $repository }}:{{ default .Chart.AppVersion .Values.image.tag }}
{{- end }}
{{- end }}
