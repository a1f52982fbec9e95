"""The enum `microsoft.graph.synchronizationSecret`."""

from graph._enums import OpenEnum


class SynchronizationSecret(OpenEnum):
    """The names under which settings and secrets for the connection to an application
    are kept. Which of them an application needs is laid down in its template. Values
    that are secret can be written, but are never given back.

    See `resources/synchronization-synchronizationsecret.md`.
    """

    NONE = "None"
    """No setting."""

    USER_NAME = "UserName"
    """Name of the account that the service signs in with."""

    PASSWORD = "Password"
    """Password of that account."""

    SECRET_TOKEN = "SecretToken"
    """A token that lives long and is sent with every call."""

    APP_KEY = "AppKey"
    """A fixed string by which the application knows its callers."""

    BASE_ADDRESS = "BaseAddress"
    """Address under which all calls are made."""

    CLIENT_IDENTIFIER = "ClientIdentifier"
    """Public part of the client credentials."""

    CLIENT_SECRET = "ClientSecret"
    """Secret part of the client credentials."""

    SINGLE_SIGN_ON_TYPE = "SingleSignOnType"
    """How users sign in to the application."""

    SANDBOX = "Sandbox"
    """Whether the connection leads to a trial environment."""

    URL = "Url"
    """Address of the application, where it differs from the one for calls."""

    DOMAIN = "Domain"
    """Domain that provisioned accounts belong to."""

    CONSUMER_KEY = "ConsumerKey"
    """Public part of an OAuth 1.0 consumer."""

    CONSUMER_SECRET = "ConsumerSecret"
    """Secret part of an OAuth 1.0 consumer."""

    TOKEN_KEY = "TokenKey"
    """Name of the token in an OAuth 1.0 exchange."""

    TOKEN_EXPIRATION = "TokenExpiration"
    """When the token in use loses its validity."""

    OAUTH2_ACCESS_TOKEN = "Oauth2AccessToken"
    """Token that is sent with calls, under OAuth 2.0."""

    OAUTH2_ACCESS_TOKEN_CREATION_TIME = "Oauth2AccessTokenCreationTime"
    """When that token was issued."""

    OAUTH2_REFRESH_TOKEN = "Oauth2RefreshToken"
    """Token from which new access tokens are made."""

    SYNC_ALL = "SyncAll"
    """Whether all users are provisioned, rather than only those who are assigned."""

    INSTANCE_NAME = "InstanceName"
    """Name of the customer's own instance of the application."""

    OAUTH2_CLIENT_ID = "Oauth2ClientId"
    """Identifier of the client, under OAuth 2.0."""

    OAUTH2_CLIENT_SECRET = "Oauth2ClientSecret"
    """Secret of the client, under OAuth 2.0."""

    COMPANY_ID = "CompanyId"
    """Number by which the application knows the customer."""

    UPDATE_KEY_ON_SOFT_DELETE = "UpdateKeyOnSoftDelete"
    """Whether an account's key is changed when the account is disabled, so that it can
    be used again.
    """

    SYNCHRONIZATION_SCHEDULE = "SynchronizationSchedule"
    """An interval that differs from the usual one."""

    SYSTEM_OF_RECORD = "SystemOfRecord"
    """Which system decides where values disagree."""

    SANDBOX_NAME = "SandboxName"
    """Name of the trial environment."""

    ENFORCE_DOMAIN = "EnforceDomain"
    """Whether accounts of other domains are refused."""

    SYNC_NOTIFICATION_SETTINGS = "SyncNotificationSettings"
    """Who is notified, and how, when a job has a problem."""

    SKIP_OUT_OF_SCOPE_DELETIONS = "SkipOutOfScopeDeletions"
    """Whether accounts that leave the scope are left alone."""

    OAUTH2_AUTHORIZATION_CODE = "Oauth2AuthorizationCode"
    """Code that is exchanged for the first pair of tokens."""

    OAUTH2_REDIRECT_URI = "Oauth2RedirectUri"
    """Address to which the code is sent."""

    APPLICATION_TEMPLATE_IDENTIFIER = "ApplicationTemplateIdentifier"
    """The gallery entry that the application was created from."""

    OAUTH2_TOKEN_EXCHANGE_URI = "Oauth2TokenExchangeUri"
    """Address at which codes are exchanged for tokens."""

    OAUTH2_AUTHORIZATION_URI = "Oauth2AuthorizationUri"
    """Address at which an administrator gives consent."""

    AUTHENTICATION_TYPE = "AuthenticationType"
    """Which of several ways to authenticate is in use."""

    SERVER = "Server"
    """Name or address of the host to connect to."""

    PERFORM_INBOUND_ENTITLEMENT_GRANTS = "PerformInboundEntitlementGrants"
    """Whether inbound jobs also grant entitlements."""

    HARD_DELETES_ENABLED = "HardDeletesEnabled"
    """Whether accounts are removed immediately, instead of being disabled first."""

    SYNC_AGENT_COMPATIBILITY_KEY = "SyncAgentCompatibilityKey"
    """Which versions of the agent on the customer's premises can serve the
    connection.
    """

    SYNC_AGENT_AD_CONTAINER = "SyncAgentADContainer"
    """Container in which the agent creates new accounts."""

    VALIDATE_DOMAIN = "ValidateDomain"
    """Whether the domain is checked before the connection is used."""

    TEST_REFERENCES = "TestReferences"
    """Whether references are tried out during the test of the connection."""

    CONNECTION_STRING = "ConnectionString"
    """All connection settings in one string, for databases."""
