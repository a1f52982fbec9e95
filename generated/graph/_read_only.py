"""The read-only properties that each type declares, by its qualified name."""

READ_ONLY: dict[str, list[str]] = {
    "microsoft.graph.directoryDefinition": [
        "discoverabilities",
        "discoveryDateTime",
        "version",
    ],
    "microsoft.graph.provisioning.run": [
        "@odata.etag",
        "from",
    ],
    "microsoft.graph.provisioningConnector": [
        "bytesSent",
        "certificateExpirationDate",
        "createdDateTime",
        "errorRate",
    ],
    "microsoft.graph.scimConnector": [
        "tenantIds",
    ],
    "microsoft.graph.synchronizationJob": [
        "status",
    ],
    "microsoft.graph.synchronizationQuarantine": [
        "currentBegan",
    ],
    "microsoft.graph.synchronizationSchedule": [
        "state",
    ],
    "microsoft.graph.synchronizationSchema": [
        "version",
    ],
    "microsoft.graph.synchronizationTemplate": [
        "applicationId",
    ],
}
READ_ONLY_KEYS: dict[str, list[str]] = {
    "microsoft.graph.entity": [
        "id",
    ],
}
