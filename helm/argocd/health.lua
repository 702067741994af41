-- Health of a PatternedApp in Argo CD. Argo CD calls it with the object as `obj`; the `string`
-- library is not there. It never answers Suspended, not for a paused app either: that would hold
-- the next sync wave for ever. Degraded fails a sync at once, so it is only for Stalled and
-- for a Job that has failed.

local function health(status, message)
  return { status = status, message = message }
end

local status = obj.status or {}
local generation = obj.metadata.generation or 1
local observed = status.observedGeneration or -1

if observed < 0 then
  return health("Progressing", "The operator has not looked at this app yet")
end
if observed < generation then
  return health("Progressing", "The operator has not looked at the newest spec yet")
end

local conditions = {}
for _, condition in ipairs(status.conditions or {}) do
  conditions[condition.type] = condition
end

local function isTrue(condition)
  return condition ~= nil and condition.status == "True"
end

if isTrue(conditions.Stalled) then
  return health("Degraded", conditions.Stalled.message)
end

local ready = conditions.Ready
local succeeded = conditions.Succeeded
-- A CronJob is Ready whatever became of its last run: that would fail syncs of another day.
if succeeded ~= nil and succeeded.status == "False" and not isTrue(ready) then
  return health("Degraded", succeeded.message)
end
if ready == nil then
  return health("Progressing", "The operator has not said yet whether this app is ready")
end
-- Ready says what a caller finds, Reconciling that it still changes: a wave waits for both.
if isTrue(ready) and isTrue(conditions.Reconciling) then
  return health("Progressing", conditions.Reconciling.message)
end
if isTrue(ready) then
  return health("Healthy", ready.message)
end
return health("Progressing", ready.message)
