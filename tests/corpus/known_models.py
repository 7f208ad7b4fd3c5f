"""Models of real descriptions that nothing right can be made for, and why.

There is no value that their schemas allow, or none that is read as this model.
"""

from __future__ import annotations

UNMAKEABLE: dict[str, set[str]] = {
    "getstream": {"Location", "SharedLocation"},  # at least 1.8e19, at most 90
    "letta": {"Archive", "UserCreate"},
    "linode": {"ObjectStorageCreateBucket"},
    "vercel": {"HTTPSDns", "SRVDns", "TXTDns"},
}
"""Models that no value is right for: they require what they do not allow."""

CONTRADICTED: dict[str, set[str]] = {
    "cohere": {"ChatToolCallsChunkEvent", "ChatToolCallsGenerationEvent"},
    "digitalocean": {"DropletActionChangeBackupPolicy"},
    "okta-management": {"AuthenticatorKeyCustomOtp"},
    "rebilly": {"OneColumnTimelineTable", "RuleActionAdjustReadyToPayout"},
    "telegram-bot": {
        "PassportElementErrorDataField",
        "PassportElementErrorFile",
        "PassportElementErrorFiles",
        "PassportElementErrorFrontSide",
        "PassportElementErrorReverseSide",
        "PassportElementErrorSelfie",
        "PassportElementErrorTranslationFile",
        "PassportElementErrorTranslationFiles",
        "SetPassportDataErrors",
    },
}
"""Models that a tag chooses which the property of the tag does not allow.

There is no right value: one with the tag is not what the schema says, and one without
it is not read as this model.
"""

READ_OTHERWISE: dict[str, set[str]] = {
    "getstream": {  # numbers, and one of some texts
        "IngressAudioEncodingOptions",
        "IngressAudioEncodingOptionsRequest",
        "IngressSourceRequest",
        "IngressVideoEncodingOptionsRequest",
    },
    "github-rest": {"WebhookFork", "WebhookForkForkee"},  # a date that is a number
    "github-webhooks": {
        "RepositoryAdvisory",  # an author that is an object and null
        "WebhookFork",
        "WebhookForkForkee",
        "WebhookRepositoryAdvisoryPublished",
        "WebhookRepositoryAdvisoryReported",
    },
    "iceberg-rest": {"FailedPlanningResult"},  # closed without what others add
    "linode": {
        "LinodeInstanceCreate",
        "ManagedCreateCredential",
        "NetworkingCreateFirewalls",
        "NetworkingRules",
        "NodeBalancerRebuildConfig",
    },
}
"""Models whose schemas contradict themselves, and that are read as what is meant."""

AMBIGUOUS: dict[str, set[str]] = {
    "digitalocean": {"AddonsFeature"},
    "github-rest": {"Event"},
    "iceberg-rest": {  # any text, or one
        "AddSchemaUpdate",
        "CreateTableRequest",
        "CreateViewRequest",
        "ListType",
        "LoadViewResult",
        "MapType",
        "Schema",
        "StructField",
        "StructType",
        "ViewMetadata",
    },
    "llama-stack": {  # any text, or one of some
        "ResumeAgentTurnRequest",
        "ToolCall",
        "ToolDefinition",
        "ToolExecutionStep",
        "ToolResponse",
    },
    "openai": {"TemplateInputMessages"},
    "vercel": {
        "AliasMicrofrontends",
        "DrainListResponse",
        "LogDrainList",
        "MicrofrontendsApplications",
        "MicrofrontendsDoNotRouteWithMicrofrontendsRouting",
        "MicrofrontendsIsDefaultApp",
        "MicrofrontendsOptionalIsDefaultApp",
    },
}
"""Models that hold what fits two variants of a `oneOf`, as `[string, string]` does.

Nothing that the variants require tells them apart, and only that is made.
"""
