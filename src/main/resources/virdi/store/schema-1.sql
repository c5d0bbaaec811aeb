-- Version 1 of the store. May be run again where a first start was cut off half way.
CREATE TABLE IF NOT EXISTS setting (
    name  VARCHAR PRIMARY KEY,
    text  VARCHAR NOT NULL
);

-- The level of every tank that was ever seen, in units.
CREATE TABLE IF NOT EXISTS tank (
    resource  VARCHAR PRIMARY KEY,
    units     BIGINT NOT NULL CHECK (units >= 0)
);

-- Throttles, blocks and capacities in force; which columns are set depends on the target.
CREATE TABLE IF NOT EXISTS rule (
    id                  BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind                VARCHAR NOT NULL,
    target              VARCHAR NOT NULL,
    client              VARCHAR,
    resource            VARCHAR,
    consumer            VARCHAR,
    amount              BIGINT NOT NULL,
    reason              VARCHAR,
    until_epoch_millis  BIGINT
);

-- What operators did, in order.
CREATE TABLE IF NOT EXISTS audit (
    id            BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    epoch_millis  BIGINT NOT NULL,
    act           VARCHAR NOT NULL,
    outcome       VARCHAR NOT NULL,
    done          BOOLEAN NOT NULL
);
