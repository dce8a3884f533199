-- Version 4: the few jobs that a person moved in their batch are found at once among a million.

CREATE INDEX job_placed ON job (batch, priority DESC, id) WHERE priority <> 0;
