-- question: How fresh is each table, and is anything missing?
SELECT table_name, row_count, last_read_at, watermark, lag_seconds, is_partial
FROM data_freshness
