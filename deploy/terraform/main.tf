# Sluice as jobs of Dataflow, started by Cloud Scheduler: who may do what, the secret, the bucket, the
# dataset, the schedule, and an alert. deploy/gcp/build.sh puts the template where the jobs look for it.
# The secret's value is added by hand and never in here:
#   gcloud secrets versions add sluice-jira-token --data-file=-
terraform {
  required_version = ">= 1.5"
  required_providers {
    google = {
      source  = "hashicorp/google"
      version = "~> 6.0"
    }
  }
}

locals {
  # change: project
  project = "acme-data"

  # change: region
  region = "europe-west3"

  # change: location
  location = "EU"

  # change: name
  name = "sluice-acme"

  # change: bucket-name
  bucket = "acme-jira"

  # change: dataset
  dataset = "jira"

  # change: cron
  schedule = "7 * * * *"

  mail = "data@acme.example"

  launch = "https://dataflow.googleapis.com/v1b3/projects/${local.project}/locations/${local.region}/flexTemplates:launch"
  jobs = {
    load  = { schedule = local.schedule, parameters = {} }
    sweep = { schedule = "37 3 * * 0", parameters = { sweep = "true" } }
  }
}

provider "google" {
  project = local.project
  region  = local.region
}

resource "google_project_service" "used" {
  for_each = toset([
    "bigquery.googleapis.com",
    "cloudscheduler.googleapis.com",
    "compute.googleapis.com",
    "dataflow.googleapis.com",
    "monitoring.googleapis.com",
    "secretmanager.googleapis.com",
  ])
  service            = each.key
  disable_on_destroy = false
}

resource "google_service_account" "worker" {
  account_id   = "sluice"
  display_name = "Sluice: reads Jira, writes the warehouse"
}

resource "google_service_account" "scheduler" {
  account_id   = "sluice-scheduler"
  display_name = "Sluice: starts the jobs"
}

resource "google_secret_manager_secret" "token" {
  secret_id = "sluice-jira-token"
  replication {
    auto {}
  }
  depends_on = [google_project_service.used]
}

resource "google_storage_bucket" "staging" {
  name                        = local.bucket
  location                    = local.location
  uniform_bucket_level_access = true
  public_access_prevention    = "enforced"
}

resource "google_bigquery_dataset" "warehouse" {
  dataset_id = local.dataset
  location   = local.location
  depends_on = [google_project_service.used]
}

# The worker: its jobs, this secret, this bucket, this dataset, and nothing else of the project.
resource "google_project_iam_member" "worker" {
  for_each = toset(["roles/dataflow.worker", "roles/bigquery.jobUser"])
  project  = local.project
  role     = each.key
  member   = google_service_account.worker.member
}

resource "google_secret_manager_secret_iam_member" "worker" {
  secret_id = google_secret_manager_secret.token.id
  role      = "roles/secretmanager.secretAccessor"
  member    = google_service_account.worker.member
}

resource "google_storage_bucket_iam_member" "worker" {
  bucket = google_storage_bucket.staging.name
  role   = "roles/storage.objectAdmin"
  member = google_service_account.worker.member
}

resource "google_bigquery_dataset_iam_member" "worker" {
  dataset_id = google_bigquery_dataset.warehouse.dataset_id
  role       = "roles/bigquery.dataEditor"
  member     = google_service_account.worker.member
}

# The scheduler: may launch jobs, as the worker.
resource "google_project_iam_member" "scheduler" {
  project = local.project
  role    = "roles/dataflow.developer"
  member  = google_service_account.scheduler.member
}

resource "google_service_account_iam_member" "scheduler" {
  service_account_id = google_service_account.worker.name
  role               = "roles/iam.serviceAccountUser"
  member             = google_service_account.scheduler.member
}

resource "google_storage_bucket_iam_member" "scheduler" {
  bucket = google_storage_bucket.staging.name
  role   = "roles/storage.objectViewer"
  member = google_service_account.scheduler.member
}

resource "google_cloud_scheduler_job" "job" {
  for_each         = local.jobs
  name             = "${local.name}-${each.key}"
  schedule         = each.value.schedule
  time_zone        = "Etc/UTC"
  attempt_deadline = "180s"

  retry_config {
    retry_count = 2
  }

  http_target {
    http_method = "POST"
    uri         = local.launch
    headers     = { "Content-Type" = "application/json" }
    # A name that is always the same: Dataflow refuses a second job beside one that is under way.
    body = base64encode(jsonencode({
      launchParameter = {
        jobName              = local.name
        containerSpecGcsPath = "gs://${local.bucket}/sluice.json"
        parameters           = merge({ config = "gs://${local.bucket}/sluice.yaml" }, each.value.parameters)
        environment = {
          maxWorkers          = 1
          serviceAccountEmail = google_service_account.worker.email
        }
      }
    }))

    oauth_token {
      service_account_email = google_service_account.scheduler.email
    }
  }
  depends_on = [google_project_service.used]
}

resource "google_monitoring_notification_channel" "mail" {
  display_name = "Sluice"
  type         = "email"
  labels       = { email_address = local.mail }
  depends_on   = [google_project_service.used]
}

resource "google_monitoring_alert_policy" "failed" {
  display_name          = "Sluice: a job failed"
  combiner              = "OR"
  notification_channels = [google_monitoring_notification_channel.mail.id]

  conditions {
    display_name = "A job of ${local.name} failed"
    condition_threshold {
      filter          = "resource.type = \"dataflow_job\" AND resource.labels.job_name = \"${local.name}\" AND metric.type = \"dataflow.googleapis.com/job/is_failed\""
      comparison      = "COMPARISON_GT"
      threshold_value = 0
      duration        = "0s"
      aggregations {
        alignment_period   = "300s"
        per_series_aligner = "ALIGN_MAX"
      }
    }
  }

  documentation {
    content   = "See docs/operations.md: what to do by exit code. Table _run of the dataset tells what each run did."
    mime_type = "text/markdown"
  }
}
